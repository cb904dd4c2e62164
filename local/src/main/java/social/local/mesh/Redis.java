package social.local.mesh;

import java.nio.file.Path;

import social.backing.RedisProcess;
import social.local.process.Daemon;
import social.local.process.Log;
import social.local.process.Ports;

/** Redis, where the feeds are kept ready. */
record Redis(Place place, Wiring wiring, Path folder, Daemon daemon) implements Part {

	@Override
	public Stage stage() {
		return Stage.SERVERS;
	}

	@Override
	public Log log() {
		return new Log(this.folder.resolve("log"));
	}

	@Override
	public void start() {
		var server = new RedisProcess(this.folder, this.place.port(), this.wiring.owner(name()));
		server.start();
		this.daemon.remember(server.pid());
	}

	@Override
	public boolean isReady() {
		return !Ports.isFree(this.place.port());
	}

	@Override
	public void stop() {
		this.daemon.stop(RedisProcess::stop);
	}

}
