package social.local.client;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back.
 *
 * @param status 0 if nothing did
 * @param body if nothing came back, why
 * @param link the header that leads to further pages
 */
public record Reply(int status, String body, String link) {

	private static final int OK = 200;

	private static final int TOO_MANY = 429;

	private static final int UNAVAILABLE = 503;

	private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

	static Reply of(HttpResponse<String> response) {
		return new Reply(response.statusCode(), response.body(), response.headers().firstValue("Link").orElse(""));
	}

	static Reply none(Exception why) {
		return new Reply(0, why.toString(), "");
	}

	/** Whether it was done. */
	public boolean isOk() {
		return this.status == OK;
	}

	/** Whether the same may be done if it is asked for later. */
	public boolean isBusy() {
		return this.status == TOO_MANY || this.status == UNAVAILABLE;
	}

	/** Whether it is certain that it was not done. */
	public boolean isRefusal() {
		return this.status >= 400 && this.status < 500;
	}

	/** Where the next page is, if there is one. */
	public Optional<String> next() {
		Matcher matcher = NEXT.matcher(this.link);
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	/**
	 * The same, if it was done.
	 * @throws NotAnswered otherwise
	 */
	public Reply orFail(String what) {
		if (!isOk()) {
			throw new NotAnswered(what, this);
		}
		return this;
	}

}
