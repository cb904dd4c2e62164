package social.platform.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * Text that a person wrote and a database can hold: not blank, not too long, no NUL, no
 * half of a surrogate pair.
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TextValidator.class)
@Documented
public @interface Text {

	/** The most it may take, in bytes of UTF-8. */
	int max() default 16_384;

	/** Whether it may be absent or blank. */
	boolean optional() default false;

	/** Overrides what is said of a bad value. */
	String message() default "";

	/** Validation groups, as for every constraint. */
	Class<?>[] groups() default {};

	/** Payload, as for every constraint. */
	Class<? extends Payload>[] payload() default {};

}
