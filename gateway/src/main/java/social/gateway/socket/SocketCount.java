package social.gateway.socket;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import social.gateway.limit.ClientAddress;
import social.gateway.token.AccessToken;

/** Counts the sockets that are open here, by user and by address. */
@Component
class SocketCount {

	private final Map<Object, Integer> open = new ConcurrentHashMap<>();

	private final ClientAddress addresses;

	private final SocketLimits limits;

	SocketCount(ClientAddress addresses, SocketLimits limits) {
		this.addresses = addresses;
		this.limits = limits;
	}

	/**
	 * Counts one more.
	 * @return what takes it off again, the first time it is run
	 * @throws TooManySockets if it is one too many
	 */
	Runnable enter(ServerWebExchange exchange) {
		AccessToken token = AccessToken.of(exchange);
		Object user = (token != null) ? token.user() : "";
		String address = this.addresses.of(exchange.getRequest());
		enter(user, "user", this.limits.perUser());
		try {
			enter(address, "address", this.limits.perAddress());
		}
		catch (TooManySockets ex) {
			leave(user);
			throw ex;
		}
		var left = new AtomicBoolean();
		return () -> {
			if (left.compareAndSet(false, true)) {
				leave(user);
				leave(address);
			}
		};
	}

	private void enter(Object whose, String what, int most) {
		int count = this.open.merge(whose, 1, Integer::sum);
		if (count > most) {
			leave(whose);
			throw new TooManySockets(what, most);
		}
	}

	private void leave(Object whose) {
		this.open.computeIfPresent(whose, (key, count) -> (count > 1) ? count - 1 : null);
	}

}
