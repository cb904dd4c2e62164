package social.local.command;

import social.local.mesh.Mesh;
import social.local.mesh.Progress;
import social.local.mesh.Settings;
import social.local.process.Trouble;

/** The mesh that commands need to be there. */
final class Running {

	private Running() {
	}

	/**
	 * Finds it.
	 * @throws NotRunning if nothing of it runs
	 */
	static Mesh mesh(Progress progress) {
		return Mesh.found(Settings.defaults(), progress).filter(Mesh::isUp).orElseThrow(NotRunning::new);
	}

	/** There is no mesh to do it with. */
	static class NotRunning extends Trouble {

		private static final long serialVersionUID = 1L;

		NotRunning() {
			super("the mesh does not run: ./mesh up");
		}

	}

}
