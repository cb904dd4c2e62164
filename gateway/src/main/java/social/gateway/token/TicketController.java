package social.gateway.token;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import reactor.core.publisher.Mono;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Gives tickets to whoever has a token. */
@RestController
class TicketController {

	private final Tickets tickets;

	TicketController(Tickets tickets) {
		this.tickets = tickets;
	}

	@PostMapping("/ws/ticket")
	Mono<ResponseEntity<Issued>> issue(ServerWebExchange exchange) {
		return this.tickets.issue(Objects.requireNonNull(AccessToken.of(exchange)))
			.map((ticket) -> ResponseEntity.ok()
				.cacheControl(CacheControl.noStore())
				.contentType(MediaType.APPLICATION_JSON)
				.body(new Issued(ticket, Tickets.LIFE.toSeconds())));
	}

	record Issued(String ticket, @JsonProperty("expires_in") long expiresIn) {
	}

}
