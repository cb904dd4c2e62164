package social.gateway.instance;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;

import io.netty.channel.ChannelOption;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.TcpClient;

/**
 * Finds an instance for a socket. A client hears that its socket is open before the
 * service is asked for one: a dead instance has to be found out earlier.
 */
final class Knock {

	private static final int PATIENCE = 500;

	private static final TcpClient client = TcpClient.create(ConnectionProvider.newConnection())
		.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, PATIENCE);

	private final Service service;

	private final int tries;

	Knock(Service service, int tries) {
		this.service = service;
		this.tries = tries;
	}

	/** One that lets itself be reached. */
	Mono<Instance> find() {
		return Mono.defer(() -> find(List.of()));
	}

	private Mono<Instance> find(List<Instance> tried) {
		Instance instance = this.service.next(tried);
		// whether the socket itself does well is not known before it ends
		instance.left();
		return reach(instance).onErrorResume(ConnectException.class, (failure) -> {
			instance.unreachable();
			return (tried.size() + 1 < this.tries) ? find(with(tried, instance)) : Mono.error(failure);
		});
	}

	private static Mono<Instance> reach(Instance instance) {
		return client.host(instance.address().host())
			.port(instance.address().port())
			.connect()
			.doOnNext(Connection::dispose)
			.map((connection) -> instance);
	}

	private static List<Instance> with(List<Instance> tried, Instance instance) {
		var more = new ArrayList<>(tried);
		more.add(instance);
		return more;
	}

}
