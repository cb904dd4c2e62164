package social.local.process;

import java.nio.file.Path;

/** A program was never built. */
public class JarMissing extends Trouble {

	private static final long serialVersionUID = 1L;

	JarMissing(Path folder) {
		super("no jar in %s: run mvn -B -DskipTests package".formatted(folder));
	}

}
