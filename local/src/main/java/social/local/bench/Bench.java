package social.local.bench;

import java.io.PrintStream;

import social.local.mesh.Mesh;

/** One thing to measure. */
public sealed interface Bench permits PushBench, FeedBench, FanoutBench, SocketBench, GatewayBench {

	/** Measures it in a running mesh, and prints a line for each round. */
	void run(Mesh mesh, PrintStream out);

}
