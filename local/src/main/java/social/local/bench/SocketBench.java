package social.local.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import social.local.client.Parallel;
import social.local.client.Person;
import social.local.mesh.Mesh;
import social.local.mesh.Part;

/**
 * Sockets that only listen: what each of them costs in memory, and how many stay.
 *
 * @param sockets how many
 * @param hold how long they stay open
 */
public record SocketBench(int sockets, Duration hold) implements Bench {

	private static final int OF_ONE_USER = 5;

	private static final int AT_ONCE = 8;

	private static final Duration STEP = Duration.ofSeconds(10);

	@Override
	public void run(Mesh mesh, PrintStream out) {
		int users = (this.sockets + OF_ONE_USER - 1) / OF_ONE_USER;
		List<Person> people = Stage.of(mesh, users, 0).first(users);
		try (var wires = new Wires(mesh.gateway().endpoint(), (text) -> {
		})) {
			Map<String, Long> before = memory(mesh);
			long begun = System.nanoTime();
			Parallel.map(AT_ONCE, IntStream.range(0, this.sockets).boxed().toList(), (number) -> {
				wires.open(people.get(number % users).token());
				return number;
			});
			out.printf(Locale.ROOT, "%,d sockets opened in %.1f s%n", wires.open(), (System.nanoTime() - begun) / 1e9);
			print(out, "opened", before, memory(mesh), wires);
			var pace = new Pace(STEP);
			for (long step = 0; step < this.hold.dividedBy(STEP); step++) {
				pace.await();
			}
			print(out, "after %d min".formatted(this.hold.toMinutes()), before, memory(mesh), wires);
		}
	}

	private void print(PrintStream out, String when, Map<String, Long> before, Map<String, Long> now, Wires wires) {
		out.printf(Locale.ROOT, "%-14s open %,d, dropped by code %s%n", when, wires.open(), wires.dropped());
		now.forEach((name, bytes) -> {
			long earlier = before.getOrDefault(name, 0L);
			out.printf(Locale.ROOT, "  %-20s %6d MB, before %6d MB: %7.1f KB a socket%n", name, bytes >> 20,
					earlier >> 20, (bytes - earlier) / 1024.0 / this.sockets);
		});
	}

	private static Map<String, Long> memory(Mesh mesh) {
		var memory = new LinkedHashMap<String, Long>();
		mesh.parts()
			.stream()
			.filter((part) -> part.name().matches("(gateway|websocket-service)(-\\d+)?"))
			.forEach((Part part) -> memory.put(part.name(), part.daemon().memory()));
		return memory;
	}

}
