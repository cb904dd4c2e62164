package social.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import social.local.process.Daemon;
import social.local.process.Log;
import social.local.process.Trouble;

/**
 * A process that is measured.
 *
 * @param environment what it is told beside its command
 */
record Contender(String name, int port, List<String> command, Map<String, String> environment, Daemon daemon, Log log) {

	private static final HttpClient http = HttpClient.newHttpClient();

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private static final Duration GRACE = Duration.ofSeconds(20);

	private static final int OK = 200;

	private static final int NOT_LOGGED_IN = 401;

	void start() {
		this.daemon.start(this.command, this.environment, this.log);
	}

	/**
	 * Returns what to ask for when it lets people in who have a token, and nobody else.
	 */
	String awaitReady(String token) {
		String url = "http://127.0.0.1:%d/post/feed".formatted(this.port);
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (status(url, token) != OK) {
			if (this.daemon.isDead() || System.nanoTime() > end) {
				throw new NotReady(this);
			}
			LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
		}
		// the end of a token is its signature
		if (status(url, token.substring(0, token.length() - 8) + "AAAAAAAA") != NOT_LOGGED_IN) {
			throw new NotReady(this);
		}
		return url;
	}

	Duration cpu() {
		return this.daemon.cpu();
	}

	void stop() {
		this.daemon.stop(GRACE);
	}

	private static int status(String url, String token) {
		try {
			return http
				.send(HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build(),
						BodyHandlers.discarding())
				.statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

	/** It does not do what it is measured for. */
	static class NotReady extends Trouble {

		private static final long serialVersionUID = 1L;

		NotReady(Contender contender) {
			super("%s does not let in who has a token, and nobody else: %s (log: %s)".formatted(contender.name,
					contender.log.lastFault(), contender.log.file()));
		}

	}

}
