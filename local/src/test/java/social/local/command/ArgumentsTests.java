package social.local.command;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The words of a command are taken out until none is left. */
class ArgumentsTests {

	@Test
	void takesFlagsAndOptionsFromAnywhere() {
		var arguments = new Arguments("--scale", "a=2", "-d", "--scale", "b=3");
		assertThat(arguments.flag("-d")).isTrue();
		assertThat(arguments.options("--scale")).containsExactly("a=2", "b=3");
		arguments.end();
	}

	@Test
	void saysWhatIsLeft() {
		var arguments = new Arguments("-d", "--fast");
		assertThat(arguments.flag("-d")).isTrue();
		assertThatExceptionOfType(WrongUsage.class).isThrownBy(arguments::end).withMessageContaining("--fast");
	}

	@Test
	void refusesAnOptionWithoutItsValue() {
		assertThatExceptionOfType(WrongUsage.class).isThrownBy(() -> new Arguments("--port").option("--port"))
			.withMessage("--port: no value");
	}

	@Test
	void tellsTheRangeOfANumber() {
		assertThat(Arguments.number("--people", "1000000", 1, 100_000_000)).isEqualTo(1_000_000);
		assertThatExceptionOfType(WrongUsage.class).isThrownBy(() -> Arguments.number("--port", "70000", 1, 65_535))
			.withMessage("--port: 70000 (expected: 1..65535)");
		assertThatExceptionOfType(WrongUsage.class).isThrownBy(() -> Arguments.number("--port", "http", 1, 65_535));
	}

}
