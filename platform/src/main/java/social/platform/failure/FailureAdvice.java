package social.platform.failure;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolationException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DatabindException;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import social.platform.passport.UserId;

/** Turns every exception into the one error body; logs only what nobody expected. */
@RestControllerAdvice
class FailureAdvice extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(FailureAdvice.class);

	static ResponseEntity<Object> answer(HttpStatusCode status, String message, @Nullable Duration retryAfter) {
		var answer = ResponseEntity.status(status);
		if (retryAfter != null) {
			answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
		}
		return answer.body(ErrorBody.of(status, message));
	}

	@ExceptionHandler
	ResponseEntity<Object> failure(Failure failure) {
		return answer(failure.status(), String.valueOf(failure.getMessage()), failure.retryAfter());
	}

	@ExceptionHandler
	ResponseEntity<Object> invalid(ConstraintViolationException ex) {
		String message = ex.getConstraintViolations()
			.stream()
			.map((violation) -> violation.getPropertyPath() + ": " + violation.getMessage())
			.sorted()
			.collect(Collectors.joining("; "));
		return answer(HttpStatus.BAD_REQUEST, message, null);
	}

	/** Parameters are read by Tomcat, and only when a controller first asks for one. */
	@ExceptionHandler
	ResponseEntity<Object> undecodable(InvalidParameterException ex) {
		return answer(HttpStatus.BAD_REQUEST, "The query is not readable (expected: percent-encoded UTF-8)", null);
	}

	@ExceptionHandler
	ResponseEntity<Object> unexpected(Exception ex) {
		log.error("Unexpected failure", ex);
		return answer(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", null);
	}

	@Override
	protected ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		if (status.is5xxServerError()) {
			log.error("Unexpected failure", ex);
		}
		return ResponseEntity.status(status).headers(headers).body(ErrorBody.of(status, message(ex, status)));
	}

	private static String message(Exception ex, HttpStatusCode status) {
		return switch (ex) {
			case MethodArgumentNotValidException invalid -> invalid.getFieldErrors()
				.stream()
				.map(FailureAdvice::message)
				.sorted()
				.collect(Collectors.joining("; "));
			case HandlerMethodValidationException invalid -> invalid.getParameterValidationResults()
				.stream()
				.flatMap((result) -> result.getResolvableErrors()
					.stream()
					.map((error) -> message(result.getMethodParameter(), error)))
				.sorted()
				.collect(Collectors.joining("; "));
			case MethodArgumentTypeMismatchException mismatch ->
				message(mismatch.getName(), mismatch.getValue(), mismatch.getRequiredType());
			case TypeMismatchException mismatch ->
				message(mismatch.getPropertyName(), mismatch.getValue(), mismatch.getRequiredType());
			case HttpMessageNotReadableException unreadable -> message(unreadable);
			default -> status.is5xxServerError() ? "Internal error" : String.valueOf(ex.getMessage());
		};
	}

	private static String message(MethodParameter parameter, MessageSourceResolvable error) {
		@Nullable RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
		return switch (error) {
			case FieldError field -> message(field);
			case MessageSourceResolvable other when header != null -> header.name() + ": " + other.getDefaultMessage();
			default -> onTheWire(parameter.getParameterName()) + ": " + error.getDefaultMessage();
		};
	}

	private static String message(FieldError error) {
		return onTheWire(error.getField()) + ": " + error.getDefaultMessage();
	}

	/** As the client writes it: {@code first_name}, not {@code firstName}. */
	private static String onTheWire(@Nullable String name) {
		return String.valueOf(name).replaceAll("\\B(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
	}

	private static String message(@Nullable String name, @Nullable Object value, @Nullable Class<?> type) {
		return "%s: %.64s (expected: %s)".formatted(name, value, expected(type));
	}

	private static String expected(@Nullable Class<?> type) {
		if (type == UUID.class || type == UserId.class) {
			return "a UUID";
		}
		return (type != null && ClassUtils.isPrimitiveOrWrapper(type)) ? "a whole number" : "another type";
	}

	private static String message(HttpMessageNotReadableException ex) {
		if (ex.getCause() instanceof DatabindException databind && !databind.getPath().isEmpty()) {
			return databind.getPath().getLast().getPropertyName() + ": not readable (expected: another type)";
		}
		return "The body is not readable (expected: JSON)";
	}

}
