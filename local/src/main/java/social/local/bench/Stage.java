package social.local.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import social.local.client.Api;
import social.local.client.Parallel;
import social.local.client.Person;
import social.local.mesh.Mesh;
import social.local.seed.Crowd;

/** The people that are measured: a crowd of their own, the same each time. */
record Stage(Mesh mesh, Crowd crowd) {

	private static final long SEED = 20_240_601;

	private static final String PASSWORD = "correct horse battery";

	private static final int LOGINS_AT_ONCE = 4;

	// a table is to be read without what came before it
	private static final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());

	/** So many people, who have written so much. */
	static Stage of(Mesh mesh, long people, long posts) {
		var crowd = new Crowd(people, posts, 0, SEED);
		crowd.join(mesh, nowhere, false);
		return new Stage(mesh, crowd);
	}

	/** A crowd that nobody has measured before, whose feeds are empty. */
	static Stage fresh(Mesh mesh) {
		return new Stage(mesh, new Crowd(0, 0, 0, ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE)));
	}

	/** Somebody new, whom nobody follows yet. */
	Person newcomer() {
		return Person.registers(api(), "Bench", "Newcomer", PASSWORD);
	}

	/** The first people of the crowd, with their tokens. */
	List<Person> first(int count) {
		List<Person> people = IntStream.range(0, count)
			.mapToObj((index) -> new Person(api(), this.crowd.person(index).toString(), Crowd.PASSWORD))
			.toList();
		Parallel.map(LOGINS_AT_ONCE, people, Person::token);
		return people;
	}

	/** The first people follow an author; more than the crowd has are made up. */
	void gather(Person author, long followers) {
		UUID friend = UUID.fromString(author.id());
		Crowd.tie(this.mesh, followers, this.crowd::person, (index) -> friend, nowhere, false);
	}

	/** A reader follows the first people. */
	void follow(Person reader, long friends) {
		UUID user = UUID.fromString(reader.id());
		Crowd.tie(this.mesh, friends, (index) -> user, this.crowd::person, nowhere, false);
	}

	private Api api() {
		return Api.of(this.mesh.gateway().endpoint());
	}

}
