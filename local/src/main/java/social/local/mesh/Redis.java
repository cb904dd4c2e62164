package social.local.mesh;

import java.nio.file.Path;

import social.backing.RedisProcess;
import social.local.process.Daemon;

/** Redis, where the feeds are kept ready. */
record Redis(Place place, Wiring wiring, Path folder, Daemon daemon) implements ServerPart {

	@Override
	public void start() {
		var server = new RedisProcess(this.folder, this.place.port(), this.wiring.owner(name()));
		server.start();
		this.daemon.remember(server.pid());
	}

	@Override
	public void stop() {
		this.daemon.stop(RedisProcess::stop);
	}

}
