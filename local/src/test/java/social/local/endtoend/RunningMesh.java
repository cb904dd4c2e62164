package social.local.endtoend;

import java.nio.file.Path;
import java.time.Duration;

import org.awaitility.Awaitility;

import social.local.mesh.Mesh;
import social.local.mesh.Progress;
import social.local.mesh.Service;
import social.local.mesh.Settings;
import social.local.process.Tree;

/**
 * The mesh that all end-to-end tests of a JVM share: started by the first of them, with
 * two of each that can disagree with its twin.
 */
final class RunningMesh {

	private RunningMesh() {
	}

	static Mesh get() {
		return Holder.mesh;
	}

	private static final class Holder {

		private static final Mesh mesh = start();

		private static Mesh start() {
			// a busy machine is slow, not wrong
			Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
			Path home = Path.of("target/mesh");
			new Tree(home).delete();
			Mesh mesh = Mesh.planned(Settings.isolated(Path.of(".."), home)
				.scale(Service.POSTS, 2)
				.scale(Service.FEED_WORKER, 2)
				.scale(Service.WEBSOCKET, 2), Progress.SILENT);
			Runtime.getRuntime().addShutdownHook(new Thread(mesh::stop));
			mesh.start();
			return mesh;
		}

	}

}
