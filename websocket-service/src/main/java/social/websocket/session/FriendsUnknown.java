package social.websocket.session;

/** Whom a user follows can't be told now. */
class FriendsUnknown extends RuntimeException {

	private static final long serialVersionUID = 1L;

}
