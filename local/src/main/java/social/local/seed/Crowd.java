package social.local.seed;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;

import social.local.mesh.Mesh;

/**
 * So many people with so many posts and friendships, who all have one password.
 *
 * @param seed another one makes other people
 */
public record Crowd(long people, long posts, long friendships, long seed) {

	/** What everybody in a crowd logs in with. */
	public static final String PASSWORD = "otus-social";

	/** The most posts that can be made. */
	public static final long MOST_POSTS = Posts.MOST;

	/** The most friendships that so many people can have. */
	public static long mostFriendships(long people) {
		return people * Friendships.MOST_OF_ONE;
	}

	/** The id of one of them. */
	public UUID person(long index) {
		return People.id(this.seed, index);
	}

	/**
	 * Brings what is missing of the crowd into a running mesh.
	 * @param terminal whether the progress may be drawn
	 */
	public void join(Mesh mesh, PrintStream out, boolean terminal) {
		try {
			try (Connection users = mesh.connect("users")) {
				String hash = passwordHash(users, mesh);
				load(users, new People(this.seed, this.people, hash), out, terminal);
			}
			try (Connection posts = mesh.connect("posts")) {
				load(posts, new Posts(this.seed, this.posts, this.people), out, terminal);
			}
			try (Connection posts = mesh.connect("posts")) {
				load(posts, new Friendships(this.seed, this.friendships, this.people), out, terminal);
			}
		}
		catch (SQLException ex) {
			throw new NotLoaded(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Brings chosen friendships into a running mesh, past its services: what they
	 * remember of these people is not told.
	 * @param user who follows, by number
	 * @param friend whom, by number
	 */
	public static void tie(Mesh mesh, long count, LongFunction<UUID> user, LongFunction<UUID> friend, PrintStream out,
			boolean terminal) {
		try (Connection posts = mesh.connect("posts")) {
			load(posts, new Ties(count, user, friend), out, terminal);
		}
		catch (SQLException ex) {
			throw new NotLoaded(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void load(Connection connection, Rows rows, PrintStream out, boolean terminal)
			throws SQLException, IOException {
		var bar = new Bar(out, terminal, rows.what(), rows.count());
		bar.end(new Load(connection, rows).run(bar));
	}

	/**
	 * Hashing costs a million times more than copying a hash: one person registers as
	 * everybody does, lends theirs and leaves.
	 */
	private String passwordHash(Connection users, Mesh mesh) throws SQLException {
		Optional<String> known = hashOf(users, person(0));
		if (known.isPresent()) {
			return known.get();
		}
		UUID lender = UUID.fromString(mesh.gateway().register("Mesh", "Lender", PASSWORD));
		String hash = hashOf(users, lender).orElseThrow();
		try (PreparedStatement delete = users.prepareStatement("DELETE FROM account WHERE id = ?")) {
			delete.setObject(1, lender);
			delete.executeUpdate();
		}
		return hash;
	}

	private static Optional<String> hashOf(Connection users, UUID id) throws SQLException {
		try (PreparedStatement select = users.prepareStatement("SELECT password FROM account WHERE id = ?")) {
			select.setObject(1, id);
			try (ResultSet rows = select.executeQuery()) {
				return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
			}
		}
	}

}
