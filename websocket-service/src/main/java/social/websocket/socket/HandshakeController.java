package social.websocket.socket;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import social.platform.passport.CurrentUser;
import social.platform.passport.Passport;
import social.platform.passport.UserId;

/**
 * Turns a request into a socket: an ordinary request until then, with the answers of one.
 * <p>
 * Any origin may ask. The token travels in a header or a ticket and never in a cookie, so
 * a page of somebody else has nothing to ride on; which origins are welcome at all is for
 * the gateway to say.
 */
@Controller
class HandshakeController {

	private final Sockets sockets;

	private final SocketProperties limits;

	private final SocketMetrics metrics;

	HandshakeController(Sockets sockets, SocketProperties limits, SocketMetrics metrics) {
		this.sockets = sockets;
		this.limits = limits;
		this.metrics = metrics;
	}

	@GetMapping({ "/post/feed/posted", "/posts" })
	void open(@CurrentUser UserId user, Passport passport,
			@RequestParam(required = false) @Min(value = 0,
					message = "${validatedValue} (expected: from {value})") @Nullable Long since,
			HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException, DeploymentException {
		if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
			throw new NotAWebSocket();
		}
		// before the client is told that it is connected: it may count on all that
		// follows
		var guest = Guest.of(user, this.sockets.mark(), since, passport);
		var endpoint = new SocketEndpoint(guest, this.sockets, this.limits, this.metrics);
		container(request).upgradeHttpToWebSocket(request, response, new Handshake(endpoint), Map.of());
	}

	private static ServerContainer container(HttpServletRequest request) {
		return (ServerContainer) request.getServletContext().getAttribute(ServerContainer.class.getName());
	}

}
