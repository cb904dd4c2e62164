package social.local.command;

/** Lines to paste that try every part of the mesh. */
public final class Walk {

	private Walk() {
	}

	/** The walk at an endpoint such as {@code http://localhost:8080}. */
	public static String at(String endpoint) {
		return Text.read("/walk.txt")
			.replace("{endpoint}", endpoint)
			.replace("{socket}", endpoint.replaceFirst("^http", "ws"));
	}

}
