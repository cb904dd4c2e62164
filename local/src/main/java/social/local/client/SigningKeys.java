package social.local.client;

import java.nio.file.Path;
import java.util.List;

import social.local.mesh.Mesh;
import social.local.mesh.Service;

/** The keys that sign access tokens, by the internal door of users-service. */
public final class SigningKeys {

	private final Api api;

	private final Path keys;

	private SigningKeys(Api api, Path keys) {
		this.api = api;
		this.keys = keys;
	}

	/** Those of a running mesh. */
	public static SigningKeys of(Mesh mesh) {
		int port = mesh.part(Service.USERS.id()).place().port();
		return new SigningKeys(new Api("http://127.0.0.1:" + port, "X-Passport"), mesh.passportKeys());
	}

	/** Makes one that signs soon; the others retire. */
	public Change rotate() {
		return ask("/internal/keys/rotate");
	}

	/**
	 * Makes one that signs at once; the others are dropped, and their tokens with them.
	 */
	public Change replace() {
		return ask("/internal/keys/replace");
	}

	private Change ask(String path) {
		String passport = Passport.of(this.keys, Service.USERS.id());
		var fields = new Fields(this.api.post(path, passport, "").orFail("change of keys").body());
		return new Change(fields.text("made").orElse(""), fields.text("signs").orElse(""), fields.list("published"));
	}

	/**
	 * What has changed.
	 *
	 * @param made the new key
	 * @param signs the key that signs now
	 * @param published all that are believed
	 */
	public record Change(String made, String signs, List<String> published) {
	}

}
