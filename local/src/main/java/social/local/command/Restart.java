package social.local.command;

/** Stops a part in order and starts it again. */
record Restart(String name) implements Command {

	@Override
	public int run() {
		Running.mesh(Lines.onScreen()).restart(this.name);
		return 0;
	}

}
