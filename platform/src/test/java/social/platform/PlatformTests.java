package social.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import social.platform.passport.CurrentUser;
import social.platform.passport.Passport;
import social.platform.passport.Passports;
import social.platform.passport.UserId;
import social.platform.request.IdempotencyKeyHeader;
import social.platform.request.RequestIds;
import social.platform.request.Text;

import static org.assertj.core.api.Assertions.assertThat;

/** What a service gets from the platform, seen from outside a small service. */
@SpringBootTest(properties = { "spring.config.import=classpath:platform.yml", "spring.application.name=diary",
		"eureka.client.enabled=false" })
@AutoConfigureMockMvc
class PlatformTests {

	private static final UserId ANN = new UserId(UUID.randomUUID());

	@TempDir
	private static Path folder;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private Passports passports;

	@Autowired
	private MeterRegistry meters;

	@DynamicPropertySource
	static void keys(DynamicPropertyRegistry registry) throws Exception {
		Path keys = folder.resolve("keys");
		Files.writeString(keys, "new " + "A".repeat(43) + "\nold " + "B".repeat(42) + "A\n");
		registry.add("platform.passport.keys", () -> keys);
	}

	@Test
	void knowsTheUserByThePassport() {
		assertThat(get("/me", client())).hasStatusOk().bodyText().isEqualTo("\"" + ANN + "\"");
	}

	@Test
	void letsNobodyInWithoutAPassport() {
		assertThat(this.http.get().uri("/me").header("X-User-Id", ANN)).hasStatus(401)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo(401);
	}

	@Test
	void refusesAPassportForAnotherService() {
		assertThat(get("/me", new Passport(Passport.GATEWAY, "other", ANN, null, null))).hasStatus(401);
	}

	@Test
	void refusesAForgedPassport() {
		String passport = this.passports.mint(client());
		String forged = passport.substring(0, passport.lastIndexOf('.') + 1) + "A".repeat(43);
		assertThat(this.http.get().uri("/me").header(Passport.HEADER, forged)).hasStatus(401);
	}

	@Test
	void refusesAPassportWithoutAUserWhereAUserIsNeeded() {
		assertThat(get("/me", new Passport(Passport.GATEWAY, "diary", null, null, null))).hasStatus(401);
	}

	@Test
	void opensInternalPathsToServicesAlone() {
		assertThat(get("/internal/pages", new Passport("posts-service", "diary", null, null, null))).hasStatusOk();
		assertThat(get("/internal/pages", client())).hasStatus(403);
		assertThat(get("/me", new Passport("posts-service", "diary", ANN, null, null))).hasStatus(403);
	}

	@Test
	void carriesTheSessionOfThePassport() {
		var expiry = Instant.ofEpochSecond(1_900_000_000);
		assertThat(get("/session", new Passport(Passport.GATEWAY, "diary", ANN, "s-1", expiry))).hasStatusOk()
			.bodyText()
			.isEqualTo("s-1 " + expiry);
	}

	@Test
	void takesAGoodRequestIdOver() {
		assertThat(this.http.get()
			.uri("/me")
			.header(Passport.HEADER, this.passports.mint(client()))
			.header(RequestIds.HEADER, "r-17")).hasHeader(RequestIds.HEADER, "r-17");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "with space", "line\\nbreak",
			"12345678901234567890123456789012345678901234567890123456789012345" })
	void makesARequestIdWhereThereIsNoGoodOne(String given) {
		MvcTestResult result = this.http.get().uri("/nowhere").header(RequestIds.HEADER, given).exchange();
		String made = String.valueOf(result.getResponse().getHeader(RequestIds.HEADER));
		assertThat(UUID.fromString(made)).isNotNull();
		assertThat(result).bodyJson().extractingPath("$.request_id").isEqualTo(made);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"text":null}                    | text: absent (expected: text)
			{"text":"  "}                    | text: blank (expected: text)
			{"text":"a\\u0000b"}             | text: holds a NUL (expected: text without)
			{"text":"a\\ud800b"}             | text: holds half of a surrogate pair (expected: whole characters)
			{"text":"ééééééééé"}             | text: 18 bytes long (expected: at most 16)
			{"text":17}                      | text: not readable (expected: another type)
			{"text":true}                    | text: not readable (expected: another type)
			{"text":["a"]}                   | text: not readable (expected: another type)
			{"text":"a"                      | The body is not readable (expected: JSON)
			{"text":"a","text":"b"}          | The body is not readable (expected: JSON)
			""")
	void saysWhatIsWrongWithABody(String body, String message) {
		assertThat(post(body)).hasStatus(400).bodyJson().extractingPath("$.message").isEqualTo(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					key-1 | {"text":" "} | text: blank (expected: text)
					a key | {"text":"a"} | Idempotency-Key: not usable (expected: 1..128 visible ASCII characters)
					a key | {"text":" "} | Idempotency-Key: not usable (expected: 1..128 visible ASCII characters); text: blank (expected: text)
					""")
	void saysWhatIsWrongWithABodyBesideAHeader(String key, String body, String message) {
		assertThat(this.http.post()
			.uri("/letters")
			.header(Passport.HEADER, this.passports.mint(client()))
			.header(IdempotencyKeyHeader.NAME, key)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)).hasStatus(400).bodyJson().extractingPath("$.message").isEqualTo(message);
	}

	@Test
	void acceptsCharactersOutsideTheBasicPlane() {
		assertThat(post("{\"text\":\"\\ud83d\\ude00\"}")).hasStatusOk();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/pages/1-1-1-1-1    | id: 1-1-1-1-1 (expected: a UUID)
			/pages?limit=0      | limit: must be greater than or equal to 1
			/pages?limit=1.5    | limit: 1.5 (expected: a whole number)
			""")
	void saysWhatIsWrongWithAParameter(String path, String message) {
		assertThat(get(path, client())).hasStatus(400).bodyJson().extractingPath("$.message").isEqualTo(message);
	}

	@ParameterizedTest
	@CsvSource({ "/nowhere,404", "/broken,500", "/unavailable,503" })
	void answersEveryFailureWithTheOneBody(String path, int status) {
		assertThat(get(path, client())).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(status);
	}

	@Test
	void neverRepeatsAnExceptionsTextInAServerError() {
		assertThat(get("/broken", client())).bodyJson().extractingPath("$.message").isEqualTo("Internal error");
	}

	@Test
	void saysWhenToAskAgainWhileAStoreIsAway() {
		assertThat(get("/unavailable", client())).hasHeader("Retry-After", "1");
	}

	@Test
	void refusesAWrongMethodAndAWrongMediaType() {
		assertThat(this.http.put().uri("/me").header(Passport.HEADER, this.passports.mint(client()))).hasStatus(405)
			.hasHeader("Allow", "GET");
		assertThat(this.http.post()
			.uri("/pages")
			.header(Passport.HEADER, this.passports.mint(client()))
			.contentType(MediaType.TEXT_PLAIN)
			.content("text")).hasStatus(415);
	}

	@Test
	void refusesAMediaTypeThatStandsForMany() {
		assertThat(this.http.post()
			.uri("/pages")
			.header(Passport.HEADER, this.passports.mint(client()))
			.header("Content-Type", "*/*")
			.content("{}")).hasStatus(415).bodyJson().extractingPath("$.code").isEqualTo(415);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "image/png", "no type" })
	void speaksJsonWhateverTheClientAccepts(String accepted) {
		assertThat(accepting("/me", accepted)).hasStatusOk().bodyJson().isEqualTo("\"" + ANN + "\"");
		assertThat(accepting("/pages?limit=0", accepted)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo(400);
		assertThat(accepting("/nowhere", accepted)).hasStatus(404).bodyJson().extractingPath("$.code").isEqualTo(404);
		assertThat(accepting("/unavailable", accepted)).hasStatus(503)
			.hasHeader("Retry-After", "1")
			.bodyJson()
			.extractingPath("$.code")
			.isEqualTo(503);
	}

	@Test
	void timesRequestsByRouteAndStatus() {
		get("/pages/1-1-1-1-1", client());
		assertThat(this.http.method(HttpMethod.valueOf("BREW")).uri("/nowhere").exchange()).hasStatus(400);
		assertThat(requests("GET", "/pages/{id}", "400")).isPositive();
		assertThat(requests("UNKNOWN", "UNKNOWN", "400")).isPositive();
	}

	private long requests(String method, String route, String status) {
		return this.meters.get("http.server.requests")
			.tags("method", method, "uri", route, "status", status, "outcome", "CLIENT_ERROR")
			.timer()
			.count();
	}

	private static Passport client() {
		return new Passport(Passport.GATEWAY, "diary", ANN, null, null);
	}

	private MvcTestResult get(String path, Passport passport) {
		return this.http.get().uri(path).header(Passport.HEADER, this.passports.mint(passport)).exchange();
	}

	private MvcTestResult accepting(String path, String types) {
		return this.http.get()
			.uri(path)
			.header(Passport.HEADER, this.passports.mint(client()))
			.header("Accept", types)
			.exchange();
	}

	private MvcTestResult post(String body) {
		return this.http.post()
			.uri("/pages")
			.header(Passport.HEADER, this.passports.mint(client()))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	/** A service with a page or two. */
	@SpringBootApplication
	@RestController
	static class Diary {

		@GetMapping("/me")
		UserId me(@CurrentUser UserId user) {
			return user;
		}

		@GetMapping("/session")
		String session(Passport passport) {
			return passport.sessionId() + " " + passport.sessionExpiry();
		}

		@GetMapping("/internal/pages")
		void internal() {
		}

		@PostMapping("/pages")
		void write(@Valid @RequestBody Page page) {
		}

		@PostMapping("/letters")
		void send(@RequestHeader(name = IdempotencyKeyHeader.NAME, required = false) @IdempotencyKeyHeader String key,
				@Valid @RequestBody Page page) {
		}

		@GetMapping("/pages/{id}")
		void read(@PathVariable("id") UserId id) {
		}

		@GetMapping("/pages")
		void list(@RequestParam("limit") @Min(1) @Max(100) int limit) {
		}

		@GetMapping("/broken")
		void broken() {
			throw new IllegalStateException("secret");
		}

		@GetMapping("/unavailable")
		void unavailable() {
			throw new DataAccessResourceFailureException("secret");
		}

	}

	/** Something to write. */
	record Page(@Text(max = 16) String text) {
	}

}
