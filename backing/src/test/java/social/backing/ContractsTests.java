package social.backing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The check of contracts refuses what does not fit. */
class ContractsTests {

	@Test
	void acceptsAnAnswerThatFits() {
		assertThatCode(() -> Contracts.openapi().check("POST", "/login", 200, "{\"token\":\"e30.e30.e30\"}"))
			.doesNotThrowAnyException();
	}

	@Test
	void refusesAnAnswerOfAnotherShape() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> Contracts.openapi().check("POST", "/login", 200, "{\"token\":17}"));
	}

	@Test
	void refusesAnErrorWithoutItsRequestId() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(
				() -> Contracts.openapi().check("POST", "/login", 404, "{\"message\":\"unknown\",\"code\":404}"));
	}

	@Test
	void refusesAStatusThatNobodyDeclared() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> Contracts.openapi().check("POST", "/login", 418, ""))
			.withMessageContaining("not declared");
	}

	@Test
	void everyExampleOfAMessageFitsItsSchema() {
		Contracts broker = Contracts.broker();
		assertThat(broker.examples("PostCreated")).isNotEmpty()
			.allSatisfy((example) -> broker.check("PostCreated", example));
	}

}
