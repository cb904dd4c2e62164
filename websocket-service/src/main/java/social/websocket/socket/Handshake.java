package social.websocket.socket;

import java.util.List;

import jakarta.websocket.Extension;

import org.springframework.web.socket.server.standard.ServerEndpointRegistration;

/**
 * What is agreed upon with a client. No compression: its tables take more memory than all
 * the rest of a socket.
 */
class Handshake extends ServerEndpointRegistration {

	Handshake(SocketEndpoint endpoint) {
		super("/", endpoint);
		setSubprotocols(Protocol.names());
	}

	@Override
	public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
		return List.of();
	}

}
