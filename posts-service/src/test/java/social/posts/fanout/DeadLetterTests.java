package social.posts.fanout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import social.platform.passport.UserId;
import social.posts.Api;
import social.posts.PostsTest;
import social.posts.UsersServer;
import social.posts.Worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PostsTest
class DeadLetterTests {

	private static final String CHANGES = "posts.change.feed-worker.dlq";

	private static final String REBUILDS = "posts.rebuild.feed-worker.dlq";

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private Worker worker;

	@Autowired
	private RabbitTemplate rabbit;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void people() {
		this.ann = this.users.register();
		this.bob = this.users.register();
		this.api.follow(this.ann, this.bob);
		this.api.feed(this.ann);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "", "[]", "\"text\"", "{\"type\": \"post.created\"}",
			"{\"type\": \"post.deleted\", \"post_id\": \"x\", \"author_user_id\": \"y\"}",
			"{\"type\": \"post.deleted\", \"post_id\": null, \"author_user_id\": null}" })
	void getWhatCanNotBeReadWhileItsNeighboursAreApplied(String poison) {
		this.api.post(this.bob, "before");
		send("posts.change", "post.created", poison);
		this.api.post(this.bob, "after");
		await().untilAsserted(() -> assertThat(this.api.feed(this.ann)).containsExactly("after", "before"));
		assertThat(await().until(() -> receive(CHANGES), (dead) -> dead != null)).isEqualTo(poison);
	}

	@Test
	void getRebuildsOfNobody() {
		send("posts.rebuild", "posts.rebuild", "{\"user_id\": \"nobody\"}");
		assertThat(await().until(() -> receive(REBUILDS), (dead) -> dead != null)).contains("nobody");
	}

	@Test
	void getNothingOfTypesThatAreYetToCome() {
		send("posts.change", "post.liked", "{\"type\": \"post.liked\", \"position\": 1}");
		this.api.post(this.bob, "after");
		await().untilAsserted(() -> assertThat(this.api.feed(this.ann)).containsExactly("after"));
		await().during(Duration.ofSeconds(1)).until(() -> receive(CHANGES) == null);
	}

	private void send(String exchange, String key, String json) {
		this.rabbit.send(exchange, key, MessageBuilder.withBody(json.getBytes(StandardCharsets.UTF_8)).build());
	}

	private @Nullable String receive(String queue) {
		Message message = this.rabbit.receive(queue);
		return (message != null) ? new String(message.getBody(), StandardCharsets.UTF_8) : null;
	}

}
