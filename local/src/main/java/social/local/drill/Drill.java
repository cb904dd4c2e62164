package social.local.drill;

import java.io.PrintStream;
import java.util.List;

import social.local.client.Api;
import social.local.mesh.Mesh;

/**
 * One fault after the other under load, for each seed with people of its own.
 *
 * @param writes how many acknowledged posts each fault has to meet
 * @param sockets how many listen
 */
public record Drill(List<Long> seeds, int writes, int sockets, List<Fault> faults) {

	/**
	 * Runs it in a running mesh.
	 * @return whether nothing was found wrong
	 * @throws MeshEndsWithPart if the mesh would end with the first part that dies
	 */
	public boolean run(Mesh mesh, PrintStream out) {
		if (mesh.launcher().isAlive()) {
			throw new MeshEndsWithPart();
		}
		boolean clean = true;
		out.println(Result.HEAD);
		for (long seed : this.seeds) {
			clean &= run(mesh, seed, out);
		}
		return clean;
	}

	private boolean run(Mesh mesh, long seed, PrintStream out) {
		var cast = Cast.of(seed, Api.of(mesh.gateway().endpoint()));
		boolean clean = true;
		try (var audience = Audience.of(mesh, cast, seed, this.sockets)) {
			for (Fault fault : this.faults) {
				Result result = new Scene(mesh, cast, audience, fault).play(this.writes);
				out.println(result.line(seed));
				result.verdict().examples().forEach((example) -> out.println("  " + example));
				clean &= result.isClean();
			}
		}
		return clean;
	}

}
