package social.local.mesh;

import java.nio.file.Path;

import social.backing.RabbitProcess;
import social.local.process.Daemon;

/**
 * RabbitMQ, which carries what happened from service to service.
 *
 * @param portMapper the process by which Erlang finds the broker
 */
record Rabbit(Place place, Wiring wiring, Path folder, Daemon daemon, Daemon portMapper) implements ServerPart {

	@Override
	public void start() {
		this.portMapper.kill();
		var server = new RabbitProcess(this.folder, this.place.port(), this.wiring.owner(name()),
				this.place.management());
		server.start();
		this.daemon.remember(server.pid());
		this.portMapper.remember(server.portMapperPid());
	}

	@Override
	public void stop() {
		this.daemon.stop(RabbitProcess::stop);
		this.portMapper.stop(RabbitProcess::stop);
	}

}
