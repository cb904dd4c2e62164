package social.gateway.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class PassportKeysTests {

	@TempDir
	private Path folder;

	@Test
	void signsWithTheFirstKey() throws IOException {
		String secret = Base64URL.encode(new byte[32]).toString();
		Path file = write("\nnew " + secret + "\nold " + secret + "\n");
		assertThat(PassportKeys.first(file).getKeyID()).isEqualTo("new");
		assertThat(PassportKeys.first(file).toByteArray()).hasSize(32);
	}

	@Test
	void signsWithTheFirstKeyOfAChangedFileAndOfNoBadOne() throws IOException {
		String secret = Base64URL.encode(new byte[32]).toString();
		Path file = write("old " + secret);
		var now = new PassportKeyFile(file, Duration.ZERO);
		assertThat(now.key().getKeyID()).isEqualTo("old");
		Files.setLastModifiedTime(write("new " + secret + "\nold " + secret), FileTime.fromMillis(1000));
		assertThat(now.key().getKeyID()).isEqualTo("new");
		Files.setLastModifiedTime(write("nonsense"), FileTime.fromMillis(2000));
		assertThat(now.key().getKeyID()).isEqualTo("new");
		Files.delete(file);
		assertThat(now.key().getKeyID()).isEqualTo("new");
	}

	@Test
	void startsNoGatewayThatDoesNotKnowWhereTheFileIs() {
		var properties = new PassportProperties(null, Duration.ofSeconds(60), 1, Duration.ZERO, Duration.ZERO);
		assertThatIllegalStateException().isThrownBy(properties::file)
			.withMessage("platform.passport.keys: absent (expected: the path of a file of keys)");
	}

	@Test
	void startsNoGatewayWithoutTheFile() {
		Path nowhere = this.folder.resolve("nowhere");
		assertThatIllegalStateException().isThrownBy(() -> PassportKeys.first(nowhere))
			.withMessage("passport keys: %s can't be read", nowhere);
	}

	@Test
	void startsNoGatewayWithAnEmptyFile() throws IOException {
		Path file = write("\n \n");
		assertThatIllegalStateException().isThrownBy(() -> PassportKeys.first(file))
			.withMessage("passport keys: %s is empty", file);
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret", "kid too-short", "kid AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA more" })
	void startsNoGatewayWithABadKey(String line) throws IOException {
		Path file = write(line);
		assertThatIllegalStateException().isThrownBy(() -> PassportKeys.first(file))
			.withMessage("passport keys: a line of %s is not 'kid base64url-of-32-bytes'", file);
	}

	private Path write(String text) throws IOException {
		return Files.writeString(this.folder.resolve("keys"), text);
	}

}
