package social.local.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import social.local.mesh.Mesh;
import social.local.mesh.Service;

/** The dialogs that dialogs-service keeps, by its internal door. */
public final class StoredDialogs {

	/** How many are checked at once, unless that takes too long. */
	static final int PAGE = 500;

	private final Api api;

	private final Path keys;

	StoredDialogs(Api api, Path keys) {
		this.api = api;
		this.keys = keys;
	}

	/** Those of a running mesh. */
	public static StoredDialogs of(Mesh mesh) {
		int port = mesh.part(Service.DIALOGS.id()).place().port();
		return new StoredDialogs(new Api("http://127.0.0.1:" + port, "X-Passport"), mesh.passportKeys());
	}

	/**
	 * Checks all, page by page; pages become smaller where the service can't keep up.
	 * @throws NotAnswered if it can't check even a single one
	 */
	public void audit(Consumer<DialogAudit> page) {
		int limit = PAGE;
		Optional<String> next = Optional.of("");
		while (next.isPresent()) {
			Reply reply = ask(next.get(), limit);
			if (!reply.isOk() && limit > 1) {
				limit = limit / 2;
				continue;
			}
			var fields = new Fields(reply.orFail("audit of dialogs").body());
			page.accept(new DialogAudit(fields.number("checked").orElse(0L), differences(fields)));
			next = fields.text("next");
		}
	}

	private Reply ask(String after, int limit) {
		String path = "/internal/dialogs/audit?limit=%d%s".formatted(limit, after.isEmpty() ? "" : "&after=" + after);
		return this.api.get(path, Passport.of(this.keys, Service.DIALOGS.id()));
	}

	private static List<String> differences(Fields fields) {
		List<String> dialogs = fields.texts("dialog_id");
		List<String> what = fields.texts("what");
		var differences = new ArrayList<String>();
		for (int i = 0; i < dialogs.size(); i++) {
			differences.add(dialogs.get(i) + ": " + what.get(i));
		}
		return differences;
	}

}
