package social.gateway.edge;

import io.netty.channel.unix.UnixChannelOption;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets several gateways of one user listen on one port: the kernel gives each new
 * connection to one of them, and to those that are left when one dies. Off where it is
 * not asked for, so that a port which is taken by accident is an error.
 */
@Component
@ConditionalOnProperty("gateway.edge.share-port")
class SharedPort implements NettyServerCustomizer {

	@Override
	public HttpServer apply(HttpServer server) {
		return server.option(UnixChannelOption.SO_REUSEPORT, true);
	}

}
