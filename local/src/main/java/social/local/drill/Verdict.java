package social.local.drill;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong. */
final class Verdict {

	private static final int EXAMPLES = 10;

	private final List<String> examples = new ArrayList<>();

	private int lost;

	private int doubled;

	private int outOfOrder;

	private int invented;

	private int gaps;

	void lost(String what) {
		this.lost++;
		example("lost: " + what);
	}

	void doubled(String what) {
		this.doubled++;
		example("doubled: " + what);
	}

	void outOfOrder(String what) {
		this.outOfOrder++;
		example("out of order: " + what);
	}

	void invented(String what) {
		this.invented++;
		example("invented: " + what);
	}

	void gap(String what) {
		this.gaps++;
		example("gap: " + what);
	}

	int lost() {
		return this.lost;
	}

	int doubled() {
		return this.doubled;
	}

	int outOfOrder() {
		return this.outOfOrder;
	}

	int invented() {
		return this.invented;
	}

	/** How often a socket was told that it missed something; no fault by itself. */
	int gaps() {
		return this.gaps;
	}

	/** The first findings, in words. */
	List<String> examples() {
		return List.copyOf(this.examples);
	}

	boolean isClean() {
		return this.lost + this.doubled + this.outOfOrder + this.invented == 0;
	}

	private void example(String text) {
		if (this.examples.size() < EXAMPLES) {
			this.examples.add(text);
		}
	}

}
