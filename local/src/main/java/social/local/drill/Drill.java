package social.local.drill;

import java.io.PrintStream;
import java.util.List;

import social.local.client.Api;

/**
 * One fault after the other under load, for each seed with people of its own.
 *
 * @param writes how many acknowledged posts each fault has to meet
 * @param sockets how many listen
 * @param rate the most posts a second
 */
public record Drill(List<Long> seeds, int writes, int sockets, int rate) {

	/**
	 * Runs it at the endpoint of a running mesh.
	 * @return whether nothing was found wrong
	 */
	public boolean run(String endpoint, List<Fault> faults, PrintStream out) {
		boolean clean = true;
		out.println(Result.HEAD);
		for (long seed : this.seeds) {
			clean &= run(endpoint, seed, faults, out);
		}
		return clean;
	}

	private boolean run(String endpoint, long seed, List<Fault> faults, PrintStream out) {
		var cast = Cast.of(seed, Api.of(endpoint));
		boolean clean = true;
		try (var audience = Audience.of(endpoint, cast, seed, this.sockets)) {
			for (Fault fault : faults) {
				Result result = new Scene(cast, audience, fault).play(this.writes, this.rate);
				out.println(result.line(seed));
				result.verdict().examples().forEach((example) -> out.println("  " + example));
				clean &= result.isClean();
			}
		}
		return clean;
	}

}
