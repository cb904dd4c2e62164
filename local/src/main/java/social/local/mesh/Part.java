package social.local.mesh;

import social.local.process.Daemon;
import social.local.process.Log;

/** A process of the mesh. */
public sealed interface Part permits ServerPart, Program {

	/** Its name and ports. */
	Place place();

	/** Its process. */
	Daemon daemon();

	/** What it prints. */
	Log log();

	/** When it stops. */
	Stage stage();

	/** Does what needs no other part. */
	default void prepare() {
	}

	/** Starts it; it need not be ready yet. */
	void start();

	/** Whether it can serve. */
	boolean isReady();

	/** Takes its place among the others: it is ready, or has waited long enough. */
	default void settle() {
	}

	/** Ends it in order. */
	void stop();

	/** How it is. */
	default State state() {
		if (daemon().isAlive()) {
			return isReady() ? State.READY : State.NOT_READY;
		}
		return daemon().isDead() ? State.DEAD : State.STOPPED;
	}

	/** Its name. */
	default String name() {
		return place().name();
	}

}
