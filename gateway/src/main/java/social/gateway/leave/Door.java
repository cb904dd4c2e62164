package social.gateway.leave;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.unix.RawUnixChannelOption;
import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;

/** Where connections come in, and how many are open. */
@Component
class Door implements NettyServerCustomizer {

	// as linux/tcp.h has it; of a listener, its fifth number tells who waits to be
	// accepted
	private static final RawUnixChannelOption INFO = new RawUnixChannelOption("TCP_INFO", 6, 11, 28);

	private static final int UNACCEPTED = 24;

	private static final Duration MOMENT = Duration.ofMillis(1);

	private static final Duration LONG = Duration.ofSeconds(1);

	private @Nullable DisposableServer server;

	private int connections;

	@Override
	public HttpServer apply(HttpServer server) {
		return server.doOnBound(this::opened).doOnChannelInit((observer, channel, peer) -> came(channel));
	}

	/**
	 * Lets nobody in any more; who is in may stay, and so may those to whom the kernel
	 * has opened, for which a second is enough: to close before they are accepted would
	 * break their connections.
	 */
	void close() {
		DisposableServer open = server();
		if (open != null && open.channel().isOpen()) {
			Channel channel = open.channel();
			long end = System.nanoTime() + LONG.toNanos();
			channel.eventLoop().execute(() -> closeWhenAllAreIn(channel, end));
			channel.closeFuture().syncUninterruptibly();
		}
	}

	private static void closeWhenAllAreIn(Channel channel, long end) {
		if (unaccepted(channel) > 0 && System.nanoTime() - end < 0) {
			channel.eventLoop().schedule(() -> closeWhenAllAreIn(channel, end), MOMENT.toNanos(), TimeUnit.NANOSECONDS);
		}
		else {
			channel.close();
		}
	}

	/** How many wait, as far as the kernel tells. */
	private static int unaccepted(Channel channel) {
		try {
			ByteBuffer info = channel.config().getOption(INFO);
			return (info != null) ? info.order(ByteOrder.nativeOrder()).getInt(UNACCEPTED) : 0;
		}
		catch (ChannelException ex) {
			return 0;
		}
	}

	/** Returns when nobody is in, or when that takes too long. */
	synchronized void awaitEmpty(Duration patience) throws InterruptedException {
		long end = System.nanoTime() + patience.toNanos();
		for (long left = patience.toNanos(); this.connections > 0 && left > 0; left = end - System.nanoTime()) {
			TimeUnit.NANOSECONDS.timedWait(this, left);
		}
	}

	synchronized @Nullable DisposableServer server() {
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
