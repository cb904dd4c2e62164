package social.local.mesh;

import java.nio.file.Path;

import social.backing.PostgresProcess;
import social.local.process.Daemon;

/** PostgreSQL with a database for each service that keeps something. */
record Postgres(Place place, Wiring wiring, Path folder, Daemon daemon) implements ServerPart {

	@Override
	public void start() {
		var server = new PostgresProcess(this.folder, this.place.port(), this.wiring.owner(name()));
		server.start();
		this.daemon.remember(server.pid());
		new Databases(this.wiring).create();
	}

	@Override
	public void stop() {
		this.daemon.stop(PostgresProcess::stop);
	}

}
