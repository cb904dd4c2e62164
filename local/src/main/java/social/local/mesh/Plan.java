package social.local.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import social.local.process.PortBusy;
import social.local.process.Ports;

/**
 * Who runs where; written down so that every later command knows.
 *
 * @param address where the gateway listens
 * @param tuning what the programs' JVMs are made for
 */
public record Plan(String address, Tuning tuning, List<Place> places) {

	static final String POSTGRES = "postgres";

	static final String REDIS = "redis";

	static final String RABBITMQ = "rabbitmq";

	static final String PROMETHEUS = "prometheus";

	private static final List<String> SERVERS = List.of(POSTGRES, REDIS, RABBITMQ);

	/**
	 * Finds a place for every part.
	 * @throws PortBusy if something else listens on a port that a person chose
	 */
	static Plan make(Settings settings) {
		var places = new ArrayList<Place>();
		for (String server : SERVERS) {
			boolean tells = settings.observed() && server.equals(RABBITMQ);
			places.add(new Place(server, port(settings, server), tells ? Ports.pick() : 0));
		}
		if (settings.observed()) {
			places.add(new Place(PROMETHEUS, port(settings, PROMETHEUS), 0));
		}
		for (Service service : Service.values()) {
			for (int number = 1; number <= settings.scale().getOrDefault(service, 1); number++) {
				String name = service.instance(number);
				// clients know one gateway: its instances share the port of the first
				places.add(new Place(name,
						(service == Service.GATEWAY && number > 1) ? places.getLast().port() : port(settings, name),
						Ports.pick()));
			}
		}
		return new Plan(settings.address(), settings.tuning(), places);
	}

	/** Whether a mesh may have a part of that name. */
	public static boolean knows(String name) {
		return SERVERS.contains(name) || PROMETHEUS.equals(name) || Service.of(name).isPresent();
	}

	/** The plan of the mesh that was last started here. */
	static Optional<Plan> read(Path file) {
		try {
			if (!Files.exists(file)) {
				return Optional.empty();
			}
			List<String> lines = Files.readAllLines(file);
			String[] first = lines.getFirst().split(" ");
			Tuning tuning = (first.length > 1) ? Tuning.valueOf(first[1]) : Tuning.START;
			return Optional.of(new Plan(first[0], tuning, lines.stream().skip(1).map(Place::parse).toList()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void write(Path file) {
		var lines = new ArrayList<>(List.of(this.address + " " + this.tuning));
		this.places.forEach((place) -> lines.add(place.toString()));
		try {
			Files.createDirectories(file.getParent());
			Files.write(file, lines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	int port(String name) {
		return place(name).port();
	}

	Place place(String name) {
		return this.places.stream()
			.filter((place) -> place.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new NoSuchElementException(name));
	}

	private static int port(Settings settings, String name) {
		int port = settings.ports().getOrDefault(name, 0);
		if (port == 0) {
			return Ports.pick();
		}
		if (!Ports.isFree(port)) {
			throw new PortBusy(name, port);
		}
		return port;
	}

}
