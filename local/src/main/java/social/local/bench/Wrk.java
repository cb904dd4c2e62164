package social.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import social.local.process.Trouble;

/**
 * Debian's wrk, which asks for one address as often as it gets answers.
 *
 * @param header who asks
 * @param connections how many ask at once
 */
record Wrk(String url, String header, int connections) {

	private static final int CONNECTIONS = 16;

	/** Sixteen people who have one token. */
	Wrk(String url, String token) {
		this(url, "X-Auth: " + token, CONNECTIONS);
	}

	/**
	 * Returns if it is there.
	 * @throws Missing otherwise
	 */
	static void check() {
		if (!isInstalled()) {
			throw new Missing();
		}
	}

	/** Whether it is there. */
	static boolean isInstalled() {
		return Arrays.stream(System.getenv("PATH").split(":"))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, "wrk")));
	}

	/** Asks for so many seconds. */
	Result run(int seconds) {
		try {
			Process process = new ProcessBuilder("wrk", "-t1", "-c" + this.connections, "-d" + seconds + "s",
					"--latency", "-H", this.header, this.url)
				.redirectErrorStream(true)
				.start();
			return Result.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What it prints.
	 *
	 * @param p50 in ms
	 * @param p99 in ms
	 * @param failed answers that were not 2xx or 3xx, and errors of sockets
	 */
	record Result(double perSecond, long requests, String p50, String p99, long failed) {

		static Result of(String printed) {
			return new Result(Double.parseDouble(find(printed, "Requests/sec:\\s+([\\d.]+)")),
					Long.parseLong(find(printed, "(\\d+) requests in")), ms(find(printed, "\n +50% +(\\S+)")),
					ms(find(printed, "\n +99% +(\\S+)")), failed(printed));
		}

		private static long failed(String printed) {
			long failed = 0;
			Matcher errors = Pattern.compile("(?:Non-2xx or 3xx responses:|connect|read|write|timeout) (\\d+)")
				.matcher(printed);
			while (errors.find()) {
				failed += Long.parseLong(errors.group(1));
			}
			return failed;
		}

		private static String ms(String time) {
			double number = Double.parseDouble(time.replaceAll("[a-z]+$", ""));
			double ms = time.endsWith("us") ? number / 1000 : (time.endsWith("ms") ? number : number * 1000);
			return String.format(Locale.ROOT, "%.1f", ms);
		}

		private static String find(String printed, String pattern) {
			Matcher matcher = Pattern.compile(pattern).matcher(printed);
			if (!matcher.find()) {
				throw new Misunderstood(printed);
			}
			return matcher.group(1);
		}

	}

	/** There is no wrk. */
	static class Missing extends Trouble {

		private static final long serialVersionUID = 1L;

		Missing() {
			super("no wrk: apt-get install wrk");
		}

	}

	/** It says something else than it used to. */
	static class Misunderstood extends Trouble {

		private static final long serialVersionUID = 1L;

		Misunderstood(String printed) {
			super("wrk: " + printed.strip());
		}

	}

}
