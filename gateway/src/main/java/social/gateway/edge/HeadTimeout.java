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
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose next request does not show its line and headers in time. The
 * server's own limits begin where those end, so that whoever sends a header of one letter
 * a second would never meet them.
 */
class HeadTimeout {

	private final Duration limit;

	private @Nullable Future<?> end;

	private boolean begun;

	private boolean inside;

	HeadTimeout(Duration limit) {
		this.limit = limit;
	}

	/** Sees bytes; to stand before the codec. */
	ChannelHandler bytes() {
		return new ChannelInboundHandlerAdapter() {

			@Override
			public void channelActive(ChannelHandlerContext context) {
				begin(context);
				context.fireChannelActive();
			}

			@Override
			public void channelRead(ChannelHandlerContext context, Object message) {
				HeadTimeout.this.begun = !HeadTimeout.this.inside;
				context.fireChannelRead(message);
			}

			@Override
			public void channelReadComplete(ChannelHandlerContext context) {
				// most requests come whole, and need no timer
				if (HeadTimeout.this.begun) {
					begin(context);
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
					HeadTimeout.this.inside = true;
					HeadTimeout.this.begun = false;
					finish();
				}
				if (message instanceof LastHttpContent) {
					HeadTimeout.this.inside = false;
				}
				context.fireChannelRead(message);
			}

		};
	}

	private void begin(ChannelHandlerContext context) {
		boolean http = context.pipeline().get(HttpServerCodec.class) != null;
		if (this.end == null && http) {
			this.end = context.executor().schedule(() -> context.close(), this.limit.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void finish() {
		Future<?> running = this.end;
		if (running != null) {
			running.cancel(false);
			this.end = null;
		}
	}

}
