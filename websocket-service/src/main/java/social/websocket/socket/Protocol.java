package social.websocket.socket;

/** The language of a socket's frames, chosen by the client in the handshake. */
public enum Protocol {

	/** The course's frames: new posts, and nothing that tells them from anything else. */
	PLAIN

}
