package social.platform.failure;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers 503 while a store is away: nothing was done, or nobody can say whether it was.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnavailableAdvice {

	private static final Logger log = LoggerFactory.getLogger(UnavailableAdvice.class);

	@ExceptionHandler({ DataAccessResourceFailureException.class, NonTransientDataAccessResourceException.class,
			TransientDataAccessException.class, CannotCreateTransactionException.class,
			TransactionSystemException.class })
	ResponseEntity<Object> unavailable(RuntimeException ex) {
		log.warn("A store is away: {}", ex.getMessage());
		return FailureAdvice.answer(HttpStatus.SERVICE_UNAVAILABLE, "Try again soon", Duration.ofSeconds(1));
	}

}
