package social.gateway.edge;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpStatusClass;

/**
 * Gives the one error body to what the server refuses before it is a request: a line or a
 * header that is too long, or no HTTP at all.
 */
class RefusalHandler extends ChannelOutboundHandlerAdapter {

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		context.write(
				(message instanceof FullHttpResponse response && isBare(response)) ? explained(response) : message,
				promise);
	}

	/** Whatever has passed the filters has an id. */
	private static boolean isBare(FullHttpResponse response) {
		return response.status().codeClass() == HttpStatusClass.CLIENT_ERROR
				&& !response.headers().contains(RequestIds.HEADER);
	}

	private static FullHttpResponse explained(FullHttpResponse bare) {
		String requestId = RequestIds.takeOver(null);
		byte[] body = new ErrorBody(bare.status().reasonPhrase(), requestId, bare.status().code()).bytes();
		var response = bare.replace(Unpooled.wrappedBuffer(body));
		bare.release();
		response.headers()
			.set(RequestIds.HEADER, requestId)
			.set(HttpHeaderNames.CONTENT_TYPE, "application/json")
			.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
		return response;
	}

}
