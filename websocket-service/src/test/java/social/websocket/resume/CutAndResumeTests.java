package social.websocket.resume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import social.platform.passport.UserId;
import social.websocket.Client;
import social.websocket.Network;
import social.websocket.PostsServer;
import social.websocket.WebsocketTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Readers come and go at random while people write, edit, delete, follow and unfollow.
 */
@WebsocketTest(properties = "websocket.resume.page=7")
class CutAndResumeTests {

	private static final Duration PAUSE = Duration.ofMillis(300);

	private final PostsServer posts = PostsServer.shared();

	private final long seed = System.nanoTime();

	private volatile boolean over;

	@Autowired
	private Network network;

	@RepeatedTest(3)
	void everyReaderHearsAllOnceAndInOrder() throws Exception {
		var authors = Stream.generate(this.network::person).limit(4).toList();
		var steady = Stream.generate(() -> this.network.person(authors.get(0), authors.get(1))).limit(2).toList();
		var fickle = Stream.generate(() -> this.network.person(authors.get(2))).limit(2).toList();
		long start = this.posts.position();
		List<Future<List<Long>>> heard = new ArrayList<>();
		List<UserId> readers = new ArrayList<>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor();
				var anchor = this.network.connectTyped(fickle.getFirst());
				var other = this.network.connectTyped(fickle.getLast())) {
			// whom they follow is known here, and from now on learned by message alone
			anchor.awaitPong();
			other.awaitPong();
			for (UserId reader : Stream.concat(steady.stream(), fickle.stream()).toList()) {
				for (int i = 0; i < 2; i++) {
					readers.add(reader);
					var random = new Random(this.seed + readers.size());
					heard.add(threads.submit((Callable<List<Long>>) () -> comeAndGo(reader, start, random)));
				}
			}
			live(authors, fickle, new Random(this.seed));
			this.over = true;
			for (int i = 0; i < readers.size(); i++) {
				assertThat(heard.get(i).get()).as("reader %d, seed %d", i, this.seed)
					.isEqualTo(this.posts.concerning(readers.get(i), start));
			}
			List<Long> expected = this.posts.concerning(fickle.getFirst(), start);
			assertThat(all(anchor, expected.size())).as("seed %d", this.seed).isEqualTo(expected);
		}
	}

	private void live(List<UserId> authors, List<UserId> fickle, Random random) {
		for (int i = 0; i < 600; i++) {
			UserId author = authors.get(random.nextInt(authors.size()));
			UserId reader = fickle.get(random.nextInt(fickle.size()));
			switch (random.nextInt(8)) {
				case 0 -> this.network.edit(author, "0199a0c2-7d55-7cc1-8f0e-3d5a4f6b2c10", "edited");
				// of a deleted post only that is told, so it is another one each time
				case 1 -> this.network.delete(author, UUID.randomUUID().toString());
				case 2, 3 -> changeMind(reader, author);
				case 4 -> this.network.write(author, "delivered late or never");
				case 5 -> twice(this.network.write(author, "delivered twice"));
				default -> this.network.post(author, "a post");
			}
		}
		this.network.post(authors.getFirst(), "the last");
	}

	private void changeMind(UserId reader, UserId author) {
		if (this.posts.friendsOf(reader).contains(author)) {
			this.network.unfollow(reader, author);
		}
		else {
			this.network.follow(reader, author);
		}
	}

	private void twice(Network.Post post) {
		this.network.deliver(post.change());
		this.network.deliver(post.change());
	}

	/** The positions that a reader hears of, over any number of sockets. */
	private List<Long> comeAndGo(UserId reader, long start, Random random) throws InterruptedException {
		List<Long> heard = new ArrayList<>();
		long seen = start;
		boolean last = false;
		while (!last || seen < this.posts.position()) {
			last = this.over;
			try (var client = this.network.resumeTyped(reader, seen)) {
				int frames = last ? Integer.MAX_VALUE : random.nextInt(40);
				Optional<String> frame = client.poll(PAUSE);
				for (int i = 0; i < frames && frame.isPresent(); i++) {
					seen = Math.max(seen, note(frame.get(), heard));
					frame = client.poll(PAUSE);
				}
				assertThat(client.open()).as("nobody ended the socket").isTrue();
			}
		}
		return heard;
	}

	private List<Long> all(Client client, int count) throws InterruptedException {
		List<Long> heard = new ArrayList<>();
		while (heard.size() < count) {
			note(client.next(), heard);
		}
		assertThat(client.frames()).noneMatch((frame) -> frame.contains("post_id"));
		return heard;
	}

	private long note(String text, List<Long> heard) {
		JsonNode frame = JsonMapper.shared().readTree(text);
		assertThat(frame.path("type").asString()).isNotEqualTo("gap");
		long position = frame.path("position").asLong(0);
		if (frame.has("post_id")) {
			heard.add(position);
		}
		return position;
	}

}
