package social.gateway.edge;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.netty.channel.ChannelException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebInputException;

/**
 * What a client is told of a failure.
 *
 * @param status the HTTP status
 * @param message what is wrong and what was expected
 * @param headers what goes with it
 */
record Answer(HttpStatusCode status, String message, HttpHeaders headers) {

	/** An instance that starts, or a new key set, is there within this time. */
	private static final String SOON = "1";

	/** The answer to whatever can go wrong at the gateway or on the way to a service. */
	static Answer to(Throwable failure, String path) {
		HttpStatusCode status = status(failure);
		var headers = new HttpHeaders();
		if (failure instanceof ErrorResponse error) {
			headers.putAll(error.getHeaders());
		}
		if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE) && !headers.containsHeader(HttpHeaders.RETRY_AFTER)) {
			headers.set(HttpHeaders.RETRY_AFTER, SOON);
		}
		return new Answer(status, message(failure, status, path), headers);
	}

	private static HttpStatusCode status(Throwable failure) {
		return switch (failure) {
			case ErrorResponse error -> error.getStatusCode();
			case BulkheadFullException full -> HttpStatus.SERVICE_UNAVAILABLE;
			case ConnectException away -> HttpStatus.SERVICE_UNAVAILABLE;
			case UnknownHostException away -> HttpStatus.SERVICE_UNAVAILABLE;
			// the server's own are among them, which have no public name
			case ChannelException slow -> HttpStatus.REQUEST_TIMEOUT;
			case TimeoutException late -> HttpStatus.GATEWAY_TIMEOUT;
			// the service may have done its work: no invitation to send it again
			case IOException broken -> HttpStatus.BAD_GATEWAY;
			default -> HttpStatus.INTERNAL_SERVER_ERROR;
		};
	}

	private static String message(Throwable failure, HttpStatusCode status, String path) {
		return switch (failure) {
			case Failure fact -> String.valueOf(fact.getReason());
			case ServerWebInputException input -> String.valueOf(input.getReason());
			case MethodNotAllowedException wrong -> "method: %s (expected: %s)".formatted(wrong.getHttpMethod(),
					wrong.getHeaders().getFirst(HttpHeaders.ALLOW));
			default -> message(status, path);
		};
	}

	private static String message(HttpStatusCode code, String path) {
		return switch (HttpStatus.resolve(code.value())) {
			case NOT_FOUND -> "path: %.200s (expected: one that /docs describes)".formatted(path);
			case BAD_GATEWAY -> "The answer of a service broke off";
			case SERVICE_UNAVAILABLE -> "Temporarily unavailable";
			case REQUEST_TIMEOUT -> "The request stopped in the middle";
			case GATEWAY_TIMEOUT -> "A service took too long";
			case INTERNAL_SERVER_ERROR -> "Internal error";
			case HttpStatus other -> other.getReasonPhrase();
			case null -> "Status " + code.value();
		};
	}

}
