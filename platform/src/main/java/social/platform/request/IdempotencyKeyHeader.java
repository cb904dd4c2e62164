package social.platform.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;

/** A client's own name for what it sends, so that it may send it again. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Pattern(regexp = "[!-~]{1,128}", message = "not usable (expected: 1..128 visible ASCII characters)")
@Constraint(validatedBy = {})
@Documented
public @interface IdempotencyKeyHeader {

	/** The header's name. */
	String NAME = "Idempotency-Key";

	/** Not used: the pattern says what is wrong. */
	String message() default "";

	/** Validation groups, as for every constraint. */
	Class<?>[] groups() default {};

	/** Payload, as for every constraint. */
	Class<? extends Payload>[] payload() default {};

}
