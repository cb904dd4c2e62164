package social.local.client;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import social.local.mesh.Mesh;
import social.local.mesh.Service;

/** The feeds that posts-service keeps ready, by its internal door. */
public final class CachedFeeds {

	/** How many can be asked for at once. */
	public static final int PAGE = 500;

	private static final int NOT_FOUND = 404;

	private final Api api;

	private final Path keys;

	private CachedFeeds(Api api, Path keys) {
		this.api = api;
		this.keys = keys;
	}

	/** Those of a running mesh. */
	public static CachedFeeds of(Mesh mesh) {
		int port = mesh.part(Service.POSTS.id()).place().port();
		return new CachedFeeds(new Api("http://127.0.0.1:" + port, "X-Passport"), mesh.passportKeys());
	}

	/** Names who has one, page by page; some more than once. */
	public void each(Consumer<List<String>> page) {
		Optional<String> cursor = Optional.of("");
		while (cursor.isPresent()) {
			String from = cursor.get().isEmpty() ? "" : "&cursor=" + cursor.get();
			Reply reply = this.api.get("/internal/feeds?limit=%d%s".formatted(PAGE, from), passport())
				.orFail("cached feeds");
			var fields = new Fields(reply.body());
			page.accept(fields.list("users"));
			cursor = fields.text("cursor");
		}
	}

	/**
	 * Asks for feeds to be built anew.
	 * @param users no more than a page
	 * @return how many the broker has
	 */
	public long rebuild(List<String> users) {
		String ids = String.join("\",\"", users);
		String body = this.api.post("/internal/feeds/rebuild", passport(), "{\"user_ids\":[\"%s\"]}".formatted(ids))
			.orFail("rebuild")
			.body();
		return new Fields(body).number("asked").orElse(0L);
	}

	/** Compares one with the database; nothing if it is not there any more. */
	public Optional<FeedAudit> audit(String user) {
		Reply reply = this.api.get("/internal/feeds/%s/audit".formatted(user), passport());
		if (reply.status() == NOT_FOUND) {
			return Optional.empty();
		}
		var fields = new Fields(reply.orFail("audit").body());
		return Optional
			.of(new FeedAudit(user, fields.number("cached").orElse(0L), fields.list("missing"), fields.list("extra")));
	}

	private String passport() {
		return Passport.of(this.keys, Service.POSTS.id());
	}

}
