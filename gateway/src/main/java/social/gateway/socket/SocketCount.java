package social.gateway.socket;

import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import social.gateway.limit.ClientAddress;
import social.gateway.limit.Counts;
import social.gateway.token.AccessToken;

/** Counts the sockets that are open here, by user and by address. */
@Component
class SocketCount {

	private final ClientAddress address;

	private final Counts<Object> users;

	private final Counts<String> addresses;

	SocketCount(ClientAddress address, SocketLimits limits) {
		this.address = address;
		this.users = new Counts<>(limits.perUser());
		this.addresses = new Counts<>(limits.perAddress());
	}

	/**
	 * Counts one more.
	 * @return what takes it off again, the first time it is run
	 * @throws TooManySockets if it is one too many
	 */
	Runnable enter(ServerWebExchange exchange) {
		AccessToken token = AccessToken.of(exchange);
		Object user = (token != null) ? token.user() : "";
		String from = this.address.of(exchange.getRequest());
		if (!this.users.enter(user)) {
			throw new TooManySockets("user", this.users.most());
		}
		if (!this.addresses.enter(from)) {
			this.users.leave(user);
			throw new TooManySockets("address", this.addresses.most());
		}
		var left = new AtomicBoolean();
		return () -> {
			if (left.compareAndSet(false, true)) {
				this.users.leave(user);
				this.addresses.leave(from);
			}
		};
	}

}
