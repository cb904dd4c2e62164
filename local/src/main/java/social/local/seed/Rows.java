package social.local.seed;

/** A table's worth of generated rows. */
sealed interface Rows permits People, Posts, Friendships, Ties {

	/** What they are, for the person who waits. */
	String what();

	/** The table that they go to. */
	String table();

	/** The columns that they fill. */
	String columns();

	/** How many there are. */
	long count();

	/** One of them, as COPY reads it: values apart by tabs. */
	String row(long index);

}
