package social.gateway.leave;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;

/** Where connections come in, and how many are open. */
@Component
class Door implements NettyServerCustomizer {

	private @Nullable DisposableServer server;

	private int connections;

	@Override
	public HttpServer apply(HttpServer server) {
		return server.doOnBound(this::opened).doOnChannelInit((observer, channel, peer) -> came(channel));
	}

	/** Lets nobody in any more; who is in may stay. */
	void close() {
		DisposableServer open = server();
		if (open != null) {
			open.channel().close().syncUninterruptibly();
		}
	}

	/** Returns when nobody is in, or when that takes too long. */
	synchronized void awaitEmpty(Duration patience) throws InterruptedException {
		long end = System.nanoTime() + patience.toNanos();
		for (long left = patience.toNanos(); this.connections > 0 && left > 0; left = end - System.nanoTime()) {
			TimeUnit.NANOSECONDS.timedWait(this, left);
		}
	}

	private synchronized @Nullable DisposableServer server() {
		return this.server;
	}

	private synchronized void opened(DisposableServer server) {
		this.server = server;
	}

	private synchronized void came(Channel channel) {
		this.connections++;
		channel.closeFuture().addListener((end) -> went());
	}

	private synchronized void went() {
		this.connections--;
		notifyAll();
	}

}
