package social.platform.request;

import java.nio.charset.StandardCharsets;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Judges {@link Text} and says what is wrong with it. */
class TextValidator implements ConstraintValidator<Text, String> {

	private int max;

	private boolean optional;

	@Override
	public void initialize(Text text) {
		this.max = text.max();
		this.optional = text.optional();
	}

	@Override
	public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
		String fault = fault(value);
		if (fault == null) {
			return true;
		}
		context.disableDefaultConstraintViolation();
		context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
		return false;
	}

	private @Nullable String fault(@Nullable String value) {
		if (value == null) {
			return this.optional ? null : "absent (expected: text)";
		}
		if (value.isBlank() && !this.optional) {
			return "blank (expected: text)";
		}
		if (value.indexOf('\0') >= 0) {
			return "holds a NUL (expected: text without)";
		}
		if (value.codePoints()
			.anyMatch((point) -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
			return "holds half of a surrogate pair (expected: whole characters)";
		}
		int bytes = value.getBytes(StandardCharsets.UTF_8).length;
		return (bytes > this.max) ? "%d bytes long (expected: at most %d)".formatted(bytes, this.max) : null;
	}

}
