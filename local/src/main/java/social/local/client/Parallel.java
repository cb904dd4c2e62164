package social.local.client;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Function;

import social.local.process.Trouble;

/** Does one thing with many, some of them at once. */
public final class Parallel {

	private Parallel() {
	}

	/**
	 * Maps each, in order.
	 * @throws Trouble the first that befalls one of them
	 */
	public static <A, B> List<B> map(int atOnce, List<A> all, Function<A, B> step) {
		try (var threads = Executors.newFixedThreadPool(atOnce)) {
			return map(threads, all, step);
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof Trouble trouble) {
				throw trouble;
			}
			throw ex;
		}
	}

	private static <A, B> List<B> map(Executor threads, List<A> all, Function<A, B> step) {
		List<CompletableFuture<B>> futures = all.stream()
			.map((one) -> CompletableFuture.supplyAsync(() -> step.apply(one), threads))
			.toList();
		return futures.stream().map(CompletableFuture::join).toList();
	}

}
