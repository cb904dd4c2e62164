package social.local.command;

import java.util.Locale;

import social.local.client.StoredDialogs;
import social.local.mesh.Progress;

/**
 * Compares what is written down about dialogs with their messages: places without a gap,
 * what is unread, people's lists.
 */
record DialogsAudit() implements Command {

	static DialogsAudit of(Arguments arguments) {
		String what = arguments.word("audit");
		if (!what.equals("audit")) {
			throw new WrongUsage("dialogs: %s (expected: audit)".formatted(what));
		}
		return new DialogsAudit();
	}

	@Override
	public int run() {
		var count = new Count(Boolean.getBoolean("mesh.terminal"));
		StoredDialogs.of(Running.mesh(Progress.SILENT)).audit((page) -> {
			page.differences().forEach(count::found);
			count.checked(page.checked());
		});
		return count.end();
	}

	/** What is done so far. */
	private static final class Count {

		private final boolean terminal;

		private long dialogs;

		private long differences;

		Count(boolean terminal) {
			this.terminal = terminal;
		}

		void found(String difference) {
			this.differences++;
			System.out.println((this.terminal ? "\r\033[K" : "") + difference);
		}

		void checked(long more) {
			this.dialogs += more;
			if (this.terminal) {
				System.out.printf(Locale.ROOT, "\r%,d dialogs", this.dialogs);
				System.out.flush();
			}
		}

		int end() {
			System.out.printf(Locale.ROOT, "%s%,d dialogs checked, %,d differences%n", this.terminal ? "\r\033[K" : "",
					this.dialogs, this.differences);
			return (this.differences == 0) ? 0 : 1;
		}

	}

}
