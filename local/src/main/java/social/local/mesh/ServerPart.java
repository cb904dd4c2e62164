package social.local.mesh;

import java.nio.file.Path;

import social.local.process.Log;
import social.local.process.Ports;

/** A server of somebody else's, which the programs lean on. */
sealed interface ServerPart extends Part permits Postgres, Redis, Rabbit, Prometheus {

	/** Where its data and its log are. */
	Path folder();

	@Override
	default Stage stage() {
		return Stage.SERVERS;
	}

	@Override
	default Log log() {
		return new Log(folder().resolve("log"));
	}

	@Override
	default boolean isReady() {
		return !Ports.isFree(place().port());
	}

}
