package social.gateway.limit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import reactor.netty.channel.ChannelOperations;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;

/**
 * Lets an address have only so many connections: each takes memory and one of the
 * gateway's files, however little comes by it. One too many is let in for a second, to
 * hear why it may not stay.
 */
@Component
class ConnectionLimit implements NettyServerCustomizer {

	private static final AttributeKey<Boolean> EXCESS = AttributeKey.valueOf(ConnectionLimit.class, "excess");

	// as long as one too many is given to ask what it is then refused
	private static final Duration A_QUESTION = Duration.ofSeconds(1);

	private final Counts<String> addresses;

	private final ClientAddress address;

	ConnectionLimit(ClientAddress address, LimitProperties properties) {
		this.address = address;
		this.addresses = new Counts<>(properties.connections());
	}

	@Override
	public HttpServer apply(HttpServer server) {
		return server.doOnChannelInit((observer, channel, peer) -> came(channel));
	}

	/** How many they may be. */
	int most() {
		return this.addresses.most();
	}

	/** Whether it comes by a connection that is one too many. */
	boolean isExceededBy(ServerHttpRequest request) {
		ChannelOperations<?, ?> operations = ServerHttpRequestDecorator.getNativeRequest(request);
		return operations.channel().hasAttr(EXCESS);
	}

	private void came(Channel channel) {
		String whose = this.address.of(channel.remoteAddress());
		if (whose.isEmpty()) {
			return;
		}
		if (this.addresses.enter(whose)) {
			channel.closeFuture().addListener((end) -> this.addresses.leave(whose));
		}
		else {
			channel.attr(EXCESS).set(true);
			channel.eventLoop().schedule(() -> channel.close(), A_QUESTION.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

}
