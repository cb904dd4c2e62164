package social.platform.passport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

import com.nimbusds.jose.jwk.JWKSet;
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

	@Test
	void aRunningServiceTakesTheKeysOfAChangedFile() throws IOException {
		var now = new PassportKeyFile(Files.writeString(this.file, OLD + "\n" + NEW), Duration.ZERO);
		var passports = new Passports("diary", now::keys, properties(), Clock.systemUTC());
		JwtDecoder decoder = new PassportAutoConfiguration().passportDecoder("diary", now, properties());
		String before = passports.mint("diary");
		change(NEW + "\n" + OLD);
		String after = passports.mint("diary");
		assertThat(kid(before)).isEqualTo("old");
		assertThat(kid(after)).isEqualTo("new");
		assertThat(decoder.decode(before)).isNotNull();
		assertThat(decoder.decode(after)).isNotNull();
		change("nonsense");
		assertThat(kid(passports.mint("diary"))).isEqualTo("new");
		Files.delete(this.file);
		assertThat(kid(passports.mint("diary"))).isEqualTo("new");
	}

	private void change(String keys) throws IOException {
		FileTime before = Files.getLastModifiedTime(this.file);
		Files.writeString(this.file, keys);
		Files.setLastModifiedTime(this.file, FileTime.fromMillis(before.toMillis() + 1000));
	}

	private static String kid(String passport) {
		return new String(Base64.getUrlDecoder().decode(passport.split("\\.")[0])).replaceAll(".*kid\":\"(\\w+).*",
				"$1");
	}

	private Passports passports(String keys, Instant now) throws IOException {
		JWKSet read = PassportKeys.read(Files.writeString(this.file, keys));
		return new Passports("diary", () -> read, properties(), Clock.fixed(now, ZoneOffset.UTC));
	}

	private JwtDecoder decoder(String keys) throws IOException {
		return new PassportAutoConfiguration().passportDecoder("diary",
				new PassportKeyFile(Files.writeString(this.file, keys), Duration.ofHours(1)), properties());
	}

	private PassportProperties properties() {
		return new PassportProperties(this.file, Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(2));
	}

}
