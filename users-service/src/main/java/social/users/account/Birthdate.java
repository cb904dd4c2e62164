package social.users.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A day on which somebody alive can have been born, or none. It is judged as text,
 * because Jackson takes other things than text for days.
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Birthdate.Validator.class)
@Documented
@interface Birthdate {

	/** What is said of a bad value. */
	String message() default "no such day (expected: 1900-01-01 to today)";

	/** Validation groups, as for every constraint. */
	Class<?>[] groups() default {};

	/** Payload, as for every constraint. */
	Class<? extends Payload>[] payload() default {};

	/** Judges {@link Birthdate}. */
	class Validator implements ConstraintValidator<Birthdate, String> {

		private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

		@Override
		public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
			if (value == null) {
				return true;
			}
			try {
				LocalDate day = LocalDate.parse(value);
				return !day.isBefore(FIRST) && !day.isAfter(LocalDate.now());
			}
			catch (DateTimeParseException ex) {
				return false;
			}
		}

	}

}
