package social.local.drill;

import social.local.mesh.Mesh;
import social.local.process.Trouble;

/** The mesh is watched by who started it, and ends with the first part that dies. */
public class MeshEndsWithPart extends Trouble {

	private static final long serialVersionUID = 1L;

	private MeshEndsWithPart() {
		super("this mesh ends with the first part that dies: start it with ./mesh up -d");
	}

	/**
	 * Returns if the mesh goes on without a part.
	 * @throws MeshEndsWithPart otherwise
	 */
	public static void check(Mesh mesh) {
		if (mesh.launcher().isAlive()) {
			throw new MeshEndsWithPart();
		}
	}

}
