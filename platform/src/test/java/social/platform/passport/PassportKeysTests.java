package social.platform.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Passport keys come from a file and can be changed without a pause. */
class PassportKeysTests {

	private static final String OLD = "old " + "A".repeat(43);

	private static final String NEW = "new " + "B".repeat(42) + "A";

	private Path file;

	@BeforeEach
	void file(@TempDir Path folder) {
		this.file = folder.resolve("keys");
	}

	@Test
	void refusesToStartWithoutAFile() {
		assertThatIllegalStateException().isThrownBy(() -> PassportKeys.read(this.file))
			.withMessageContaining("can't be read");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", "lonely", "short AAAA", "a b c" })
	void refusesToStartWithAnythingButKeys(String content) throws IOException {
		Files.writeString(this.file, content);
		assertThatIllegalStateException().isThrownBy(() -> PassportKeys.read(this.file));
	}

	@Test
	void aServiceThatHasTheNewKeyStillTakesPassportsOfTheOldOne() throws IOException {
		String before = passports(OLD, Instant.now()).mint("diary");
		assertThat(decoder(NEW + "\n" + OLD).decode(before).getClaimAsString("iss")).isEqualTo("diary");
	}

	@Test
	void aServiceWithoutTheOldKeyRefusesItsPassports() throws IOException {
		String before = passports(OLD, Instant.now()).mint("diary");
		JwtDecoder decoder = decoder(NEW);
		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decoder.decode(before));
	}

	@Test
	void aPassportEndsAMinuteAfterItWasMintedAndTenSecondsForTheClocks() throws IOException {
		JwtDecoder decoder = decoder(OLD);
		String stillGood = passports(OLD, Instant.now().minusSeconds(65)).mint("diary");
		String tooOld = passports(OLD, Instant.now().minusSeconds(75)).mint("diary");
		assertThat(decoder.decode(stillGood)).isNotNull();
		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decoder.decode(tooOld));
	}

	private Passports passports(String keys, Instant now) throws IOException {
		return new Passports("diary", PassportKeys.read(Files.writeString(this.file, keys)), properties(),
				Clock.fixed(now, ZoneOffset.UTC));
	}

	private JwtDecoder decoder(String keys) throws IOException {
		return new PassportAutoConfiguration().passportDecoder("diary",
				PassportKeys.read(Files.writeString(this.file, keys)), properties());
	}

	private PassportProperties properties() {
		return new PassportProperties(this.file, Duration.ofSeconds(60), Duration.ofSeconds(10));
	}

}
