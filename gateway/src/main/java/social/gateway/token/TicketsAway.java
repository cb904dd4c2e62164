package social.gateway.token;

import org.springframework.http.HttpStatus;

import social.gateway.edge.Failure;

/** Nobody can keep a ticket, or tell what one is worth. */
class TicketsAway extends Failure {

	private static final long serialVersionUID = 1L;

	TicketsAway() {
		super(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable");
	}

}
