package social.backing;

/** The one account of a server. */
public record Login(String user, String password) {

	@Override
	public String toString() {
		return this.user;
	}

}
