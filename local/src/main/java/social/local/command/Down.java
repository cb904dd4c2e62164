package social.local.command;

import java.time.Duration;

import social.local.mesh.Mesh;
import social.local.mesh.Settings;

/**
 * Stops everything.
 *
 * @param wipe whether data and secrets go too
 */
record Down(boolean wipe) implements Command {

	// longer than the launcher takes to stop every part
	private static final Duration GRACE = Duration.ofMinutes(3);

	@Override
	public int run() {
		Mesh.found(Settings.defaults(), Lines.onScreen())
			.ifPresentOrElse(this::stop, () -> System.out.println("The mesh was never started here."));
		return 0;
	}

	private void stop(Mesh mesh) {
		boolean up = mesh.isUp();
		mesh.launcher().stop(GRACE);
		mesh.stop();
		if (this.wipe) {
			mesh.wipe();
		}
		System.out.println((up ? "Stopped." : "Nothing ran.") + (this.wipe ? " Data and secrets are gone." : ""));
	}

}
