package social.local.drill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import social.local.client.Api;
import social.local.client.Parallel;
import social.local.client.Person;

/**
 * Who writes, who reads and who follows whom; the same for the same seed.
 *
 * @param follows the numbers of the authors that each follower follows
 */
record Cast(List<Person> authors, List<Person> followers, List<Set<Integer>> follows) {

	private static final int AUTHORS = 20;

	private static final int FOLLOWERS = 30;

	private static final int FEWEST = 2;

	private static final int MOST = 6;

	private static final String PASSWORD = "correct horse battery";

	// hashing a password takes a core: more at once would only wait
	private static final int AT_ONCE = 4;

	/** Brings them into a mesh. */
	static Cast of(long seed, Api api) {
		var follows = follows(seed);
		List<Person> people = Parallel.map(AT_ONCE, IntStream.range(0, AUTHORS + FOLLOWERS).boxed().toList(),
				(number) -> Person.registers(api, (number < AUTHORS) ? "Author" : "Follower", "Drill", PASSWORD));
		var cast = new Cast(people.subList(0, AUTHORS), people.subList(AUTHORS, people.size()), follows);
		cast.login();
		Parallel.map(AT_ONCE, IntStream.range(0, FOLLOWERS).boxed().toList(), (follower) -> {
			follows.get(follower).forEach((author) -> cast.followers.get(follower).follows(cast.authors.get(author)));
			return follower;
		});
		return cast;
	}

	/** Has everybody's token renewed that ends soon. */
	void login() {
		Parallel.map(AT_ONCE, this.authors, Person::token);
		Parallel.map(AT_ONCE, this.followers, Person::token);
	}

	static List<Set<Integer>> follows(long seed) {
		var random = new Random(seed);
		var follows = new ArrayList<Set<Integer>>();
		for (int follower = 0; follower < FOLLOWERS; follower++) {
			int count = random.nextInt(FEWEST, MOST + 1);
			var authors = new HashSet<Integer>();
			while (authors.size() < count) {
				authors.add(random.nextInt(AUTHORS));
			}
			follows.add(Set.copyOf(authors));
		}
		return List.copyOf(follows);
	}

}
