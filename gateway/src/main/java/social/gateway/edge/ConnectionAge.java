package social.gateway.edge;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;

/**
 * Has a connection end with the first answer after its time: clients keep the gateway
 * that they have, and one that comes back would get no work until it gets all.
 */
final class ConnectionAge extends ChannelOutboundHandlerAdapter {

	private final long end;

	/**
	 * A connection that is new.
	 * @param most how old it may get; that half to all of it is left to chance keeps
	 * those that came together from leaving together
	 */
	ConnectionAge(Duration most) {
		long nanos = most.toNanos();
		this.end = System.nanoTime() + ThreadLocalRandom.current().nextLong(nanos / 2, nanos);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (message instanceof HttpResponse response && isFinal(response.status())
				&& System.nanoTime() - this.end >= 0) {
			HttpUtil.setKeepAlive(response, false);
		}
		context.write(message, promise);
	}

	private static boolean isFinal(HttpResponseStatus status) {
		return status.codeClass() != HttpStatusClass.INFORMATIONAL;
	}

}
