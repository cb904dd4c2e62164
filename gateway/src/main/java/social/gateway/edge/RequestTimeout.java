package social.gateway.edge;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.netty.channel.ChannelOperations;

/**
 * Ends a request that does not arrive in time, from its first letter or the connection's
 * beginning to the end of its body.
 * <p>
 * The server's own limits begin where the headers end, so that whoever sends a header of
 * one letter a second would never meet them. They start a timer for each request, and
 * forget to stop it if the answer is there at once: a flood of refused requests would
 * fill the memory. Here a request that comes whole, as most do, needs no timer.
 */
class RequestTimeout {

	private final Duration silence;

	private final Duration whole;

	private @Nullable Future<?> end;

	private @Nullable Future<?> pause;

	private boolean unfinished;

	private boolean inside;

	/**
	 * Limits of one connection.
	 * @param silence the longest within a body
	 * @param whole how long all of a request may take
	 */
	RequestTimeout(Duration silence, Duration whole) {
		this.silence = silence;
		this.whole = whole;
	}

	/** Sees bytes; to stand before the codec. */
	ChannelHandler bytes() {
		return new ChannelInboundHandlerAdapter() {

			@Override
			public void channelActive(ChannelHandlerContext context) {
				await(context);
				context.fireChannelActive();
			}

			@Override
			public void channelRead(ChannelHandlerContext context, Object message) {
				RequestTimeout.this.unfinished = true;
				context.fireChannelRead(message);
			}

			@Override
			public void channelReadComplete(ChannelHandlerContext context) {
				if (RequestTimeout.this.unfinished) {
					await(context);
				}
				context.fireChannelReadComplete();
			}

			@Override
			public void channelInactive(ChannelHandlerContext context) {
				finish();
				context.fireChannelInactive();
			}

		};
	}

	/** Sees requests; to stand behind the codec. */
	ChannelHandler requests() {
		return new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext context, Object message) {
				if (message instanceof HttpRequest) {
					RequestTimeout.this.inside = true;
					// though the same bytes may have ended another one
					RequestTimeout.this.unfinished = true;
				}
				if (message instanceof LastHttpContent) {
					RequestTimeout.this.inside = false;
					RequestTimeout.this.unfinished = false;
					finish();
				}
				context.fireChannelRead(message);
			}

		};
	}

	private void await(ChannelHandlerContext context) {
		// a socket has no codec any more, and limits of its own
		if (context.pipeline().get(HttpServerCodec.class) == null) {
			return;
		}
		if (this.end == null) {
			this.end = after(this.whole, context);
		}
		cancel(this.pause);
		this.pause = this.inside ? after(this.silence, context) : null;
	}

	private Future<?> after(Duration limit, ChannelHandlerContext context) {
		return context.executor().schedule(() -> giveUp(context), limit.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Whoever waits for the rest of a body is told, and answers before the end. */
	private void giveUp(ChannelHandlerContext context) {
		if (this.inside && ChannelOperations.get(context.channel()) != null) {
			context.fireExceptionCaught(ReadTimeoutException.INSTANCE);
		}
		context.close();
	}

	private void finish() {
		cancel(this.end);
		cancel(this.pause);
		this.end = null;
		this.pause = null;
	}

	private static void cancel(@Nullable Future<?> running) {
		if (running != null) {
			running.cancel(false);
		}
	}

}
