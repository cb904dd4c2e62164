package social.gateway.edge;

import java.util.BitSet;
import java.util.HexFormat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;

/**
 * Percent-encodes what a URI must not hold as it is. People type {@code ?first_name=Анна}
 * into curl, which sends just that; the server would refuse it without a word.
 */
class UriHandler extends ChannelInboundHandlerAdapter {

	private static final BitSet ALLOWED = new BitSet();

	static {
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=".chars()
			.forEach(ALLOWED::set);
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
			request.setUri(encode(request.uri()));
		}
		context.fireChannelRead(message);
	}

	/** Encodes a URI whose characters are the bytes that came. */
	static String encode(String uri) {
		if (uri.chars().allMatch(ALLOWED::get)) {
			return uri;
		}
		var encoded = new StringBuilder(uri.length() + 32);
		for (int i = 0; i < uri.length(); i++) {
			char c = uri.charAt(i);
			if (ALLOWED.get(c) || isEscape(uri, i)) {
				encoded.append(c);
			}
			else {
				encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits((byte) c));
			}
		}
		return encoded.toString();
	}

	private static boolean isEscape(String uri, int i) {
		return uri.charAt(i) == '%' && i + 2 < uri.length() && HexFormat.isHexDigit(uri.charAt(i + 1))
				&& HexFormat.isHexDigit(uri.charAt(i + 2));
	}

}
