package social.local.command;

/** One thing that {@code ./mesh} does. */
interface Command {

	/**
	 * Does it.
	 * @return the exit code
	 */
	int run();

}
