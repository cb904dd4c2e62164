package social.local.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import social.local.mesh.Part;

import static org.assertj.core.api.Assertions.assertThat;

/** What programs and servers print tells nobody's secrets. */
class DiscreetLogsTests {

	// how each of our tokens and passports begins
	private static final String JWT = "eyJ";

	@BeforeAll
	static void startMesh() {
		RunningMesh.get();
	}

	@Test
	void holdNoTokenNoPasswordAndNothingThatPeopleWrote() {
		Person ann = Person.registers();
		Person bob = Person.registers();
		ann.follows(bob);
		bob.posts("a secret post");
		ann.says(bob, "a secret message");
		Client.anonymous().postJson("/login", Map.of("id", ann.id(), "password", "wrong but secret")).expect(400);
		Client.anonymous().postJson("/login", Map.of("id", "nobody", "password", "wrong but secret"));
		Client.anonymous().postJson("/user/register", Map.of("password", "wrong but secret"));
		Client.anonymous().xAuth(ann.token() + "x").get("/post/feed").expect(401);
		List<Path> logs = RunningMesh.get().parts().stream().map(Part::log).map((log) -> log.file()).toList();
		assertThat(logs).hasSizeGreaterThan(10)
			.allSatisfy((log) -> assertThat(lines(log)).noneMatch((line) -> line.contains(JWT)
					|| line.contains("secret ") || line.contains(" secret") || line.contains(Person.PASSWORD)));
	}

	private static List<String> lines(Path log) {
		try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
			return lines.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
