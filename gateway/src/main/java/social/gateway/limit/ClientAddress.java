package social.gateway.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Tells where a request comes from: what is connected, unless that is a proxy of ours,
 * which says who is connected to it.
 */
@Component
public class ClientAddress {

	private static final String FORWARDED = "X-Forwarded-For";

	// who has one address of version 6 has all of its network
	private static final int NETWORK = 8;

	private final List<Network> proxies;

	ClientAddress(LimitProperties properties) {
		this.proxies = properties.proxies();
	}

	/** What stands for the client among all addresses. */
	public String of(ServerHttpRequest request) {
		InetAddress peer = peer(request.getRemoteAddress());
		if (peer == null) {
			return "";
		}
		return isProxy(peer) ? told(request, peer) : name(peer);
	}

	/** What stands for who is connected; empty for a proxy of ours, which may be many. */
	String of(@Nullable SocketAddress connected) {
		InetAddress peer = peer((connected instanceof InetSocketAddress socket) ? socket : null);
		return (peer == null || isProxy(peer)) ? "" : name(peer);
	}

	/** What the proxy added itself is the last; what stands before came from outside. */
	private static String told(ServerHttpRequest request, InetAddress proxy) {
		List<String> told = request.getHeaders().getOrEmpty(FORWARDED);
		String last = told.isEmpty() ? "" : told.getLast();
		String client = last.substring(last.lastIndexOf(',') + 1).strip();
		return client.isEmpty() ? name(proxy) : name(client);
	}

	private boolean isProxy(InetAddress peer) {
		return !this.proxies.isEmpty() && this.proxies.stream().anyMatch((network) -> network.includes(peer));
	}

	private static String name(String told) {
		if (told.indexOf(':') < 0) {
			return told;
		}
		try {
			return name(Network.valueOf(told).address());
		}
		catch (IllegalArgumentException ex) {
			return told;
		}
	}

	private static String name(InetAddress address) {
		return (address instanceof Inet6Address)
				? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK)) : address.getHostAddress();
	}

	private static @Nullable InetAddress peer(@Nullable InetSocketAddress socket) {
		return (socket != null) ? socket.getAddress() : null;
	}

}
