package social.local.command;

import social.local.mesh.Mesh;
import social.local.mesh.Progress;
import social.local.seed.Crowd;

/** Fills the running mesh with people. */
record Seed(Crowd crowd) implements Command {

	private static final long MOST_PEOPLE = 100_000_000;

	static Seed of(Arguments arguments) {
		long people = number(arguments, "--people", 2, MOST_PEOPLE);
		long posts = number(arguments, "--posts", 0, Crowd.MOST_POSTS);
		long friendships = number(arguments, "--friends", 0, Crowd.mostFriendships(people));
		return new Seed(new Crowd(people, posts, friendships, number(arguments, "--seed", 0, Integer.MAX_VALUE)));
	}

	@Override
	public int run() {
		Mesh mesh = Running.mesh(Progress.SILENT);
		this.crowd.join(mesh, System.out, Boolean.getBoolean("mesh.terminal"));
		System.out.printf("""

				Everybody's password is %1$s; the first of them logs in so:

				  curl -s %2$s/login -H 'Content-Type: application/json' -d '{"id":"%3$s","password":"%1$s"}'
				%n""", Crowd.PASSWORD, mesh.gateway().endpoint(), this.crowd.person(0));
		return 0;
	}

	private static long number(Arguments arguments, String name, long from, long to) {
		return arguments.option(name)
			.map((value) -> Arguments.number(name, value, from, to))
			.orElseGet(() -> leastOf(name, from));
	}

	private static long leastOf(String name, long from) {
		if (from > 0) {
			throw new WrongUsage(name + " is missing");
		}
		return from;
	}

}
