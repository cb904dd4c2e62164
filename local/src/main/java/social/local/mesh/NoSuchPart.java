package social.local.mesh;

import java.util.List;

import social.local.process.Trouble;

/** The mesh has no part of that name. */
public class NoSuchPart extends Trouble {

	private static final long serialVersionUID = 1L;

	NoSuchPart(String name, List<String> names) {
		super("no part is named %s (expected: %s)".formatted(name, String.join(", ", names)));
	}

}
