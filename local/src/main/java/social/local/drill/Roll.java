package social.local.drill;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import social.local.client.Api;
import social.local.client.Parallel;
import social.local.client.Person;
import social.local.mesh.Mesh;
import social.local.mesh.Part;
import social.local.mesh.Service;

/**
 * One program after the other is restarted in order, or killed, while people read and
 * write: what of their requests fails.
 *
 * @param rate requests a second
 * @param kill whether programs end as in a crash
 * @param pause before the first and after each of them: one has to be warm before its
 * twin goes and leaves it all the work
 */
public record Roll(int rate, boolean kill, Duration pause) {

	private static final int PEOPLE = 12;

	private static final int AT_ONCE = 4;

	private static final Duration UNDISTURBED = Duration.ofSeconds(15);

	private static final Duration AWAY = Duration.ofSeconds(4);

	/**
	 * Runs it in a running mesh.
	 * @return whether no more failed than may
	 * @throws MeshEndsWithPart if the mesh would end with the first part that goes
	 */
	public boolean run(Mesh mesh, PrintStream out) {
		MeshEndsWithPart.check(mesh);
		var api = Api.of(mesh.gateway().endpoint());
		List<Person> people = Parallel.map(AT_ONCE, IntStream.range(0, PEOPLE).boxed().toList(),
				(number) -> Person.registers(api, "Roll", "Walker", "correct horse battery"));
		Parallel.map(AT_ONCE, people, Person::token);
		out.println(Toll.HEAD);
		boolean clean = true;
		try (var traffic = new Traffic(api, people, this.rate).begin(this.pause)) {
			Pause.of(UNDISTURBED);
			clean &= report("nothing", traffic, out);
			for (Part part : mesh.parts()) {
				if (isReplaceable(part, mesh)) {
					strike(part, mesh);
					traffic.awaitCalm();
					clean &= report(part.name(), traffic, out);
				}
			}
		}
		return clean;
	}

	private void strike(Part part, Mesh mesh) {
		if (this.kill) {
			part.daemon().kill();
			Pause.of(AWAY);
			mesh.start(part.name());
		}
		else {
			mesh.restart(part.name());
		}
		Pause.of(this.pause);
	}

	private boolean report(String part, Traffic traffic, PrintStream out) {
		Toll toll = traffic.take();
		out.println(toll.line(part));
		return this.kill ? toll.isBearable() : toll.isNothing();
	}

	/** A program that another one stands in for, or that nobody asks anything. */
	private static boolean isReplaceable(Part part, Mesh mesh) {
		return Service.of(part.name())
			.filter((service) -> service == Service.DISCOVERY || service == Service.FEED_WORKER
					|| mesh.parts().stream().filter((other) -> is(other, service)).count() > 1)
			.isPresent();
	}

	private static boolean is(Part part, Service service) {
		return Service.of(part.name()).filter(service::equals).isPresent();
	}

}
