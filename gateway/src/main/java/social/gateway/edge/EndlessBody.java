package social.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;

import org.springframework.util.unit.DataSize;

/**
 * Cuts off whoever goes on sending a body that has been refused: the server would read it
 * to its end, only to throw it away.
 */
class EndlessBody extends ChannelInboundHandlerAdapter {

	// what may be under way while the client has not read yet that it is too much
	private static final int TIMES = 4;

	private final long most;

	private long received;

	EndlessBody(DataSize limit) {
		this.most = TIMES * limit.toBytes();
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpRequest) {
			this.received = 0;
		}
		if (message instanceof HttpContent content) {
			this.received += content.content().readableBytes();
		}
		if (this.received > this.most) {
			ReferenceCountUtil.release(message);
			context.close();
		}
		else {
			context.fireChannelRead(message);
		}
	}

}
