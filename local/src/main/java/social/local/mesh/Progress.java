package social.local.mesh;

import java.time.Duration;

/** Hears what becomes of each part. */
public interface Progress {

	/** Says nothing. */
	Progress SILENT = new Progress() {
	};

	/** A part is on its way. */
	default void starting(String name) {
	}

	/** A part serves. */
	default void ready(String name, Duration took) {
	}

	/** A part is asked to end. */
	default void stopping(String name) {
	}

	/** A part is gone. */
	default void stopped(String name) {
	}

}
