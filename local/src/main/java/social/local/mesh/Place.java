package social.local.mesh;

/**
 * Where a part listens.
 *
 * @param management the port of a program's health and metrics, or of the broker's
 * metrics; 0 for those who have none
 */
public record Place(String name, int port, int management) {

	static Place parse(String line) {
		String[] words = line.split(" ");
		return new Place(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
	}

	@Override
	public String toString() {
		return "%s %d %d".formatted(this.name, this.port, this.management);
	}

}
