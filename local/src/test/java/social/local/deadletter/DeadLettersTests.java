package social.local.deadletter;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import social.backing.Login;
import social.backing.RabbitProcess;
import social.local.process.Ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Dead letters are shown where they are, and none is lost on its way back. */
class DeadLettersTests {

	private static final Login login = new Login("otus", "secret");

	private static final DeadLetterQueue queue = new DeadLetterQueue("posts.change.feed-worker.dlq");

	private static final String origin = "posts.change.feed-worker";

	@TempDir
	private static Path folder;

	private static RabbitProcess rabbit;

	private Connection connection;

	private Channel channel;

	private DeadLetters letters;

	@BeforeAll
	static void start() {
		rabbit = new RabbitProcess(folder.resolve("rabbit"), Ports.pick(), login);
		rabbit.start();
	}

	@AfterAll
	static void stop() {
		rabbit.stop();
	}

	@BeforeEach
	void connect() throws IOException, TimeoutException {
		this.letters = DeadLetters.at(rabbit.port(), login);
		var factory = new ConnectionFactory();
		factory.setPort(rabbit.port());
		factory.setUsername(login.user());
		factory.setPassword(login.password());
		this.connection = factory.newConnection();
		this.channel = this.connection.createChannel();
		this.channel.confirmSelect();
		for (String name : List.of(queue.name(), queue.origin())) {
			this.channel.queueDelete(name);
			this.channel.queueDeclare(name, true, false, false, Map.of("x-queue-type", "quorum"));
		}
	}

	@AfterEach
	void close() {
		this.letters.close();
		this.connection.abort();
	}

	@Test
	void namesTheQueuesOfTheContract() {
		assertThat(DeadLetterQueue.all(Path.of(".."))).contains(queue,
				new DeadLetterQueue("posts.rebuild.feed-worker.dlq"));
		assertThat(queue.origin()).isEqualTo(origin);
	}

	@Test
	void showsLettersAndLeavesThem() throws Exception {
		bury("one", "java.lang.IllegalStateException: no\n\tat Worker");
		bury("two", "");
		assertThat(this.letters.first(queue, 20)).extracting(DeadLetter::why)
			.containsExactly("java.lang.IllegalStateException: no", "-");
		await().until(() -> this.letters.count(queue) == 2);
		assertThat(this.letters.first(queue, 1)).singleElement().satisfies((letter) -> {
			assertThat(letter.type()).isEqualTo("post.created");
			assertThat(letter.age(Instant.parse("2026-01-01T02:30:00Z"))).isEqualTo("2 h");
		});
		await().until(() -> this.letters.count(queue) == 2);
	}

	@Test
	void showsTheRootCause() throws Exception {
		bury("one", Map.of("x-exception-message", "Retry policy exhausted", "x-exception-stacktrace", """
				RetryException: Retry policy exhausted
					at Worker
				Caused by: MessagingException: failed
				Caused by: java.net.ConnectException: Connection refused
					at Socket
				"""));
		assertThat(this.letters.first(queue, 20)).singleElement()
			.extracting(DeadLetter::why)
			.isEqualTo("java.net.ConnectException: Connection refused");
	}

	@Test
	void knowsNoneWhereTheQueueIsNotThere() {
		var absent = new DeadLetterQueue("absent.dlq");
		assertThat(this.letters.count(absent)).isZero();
		assertThat(this.letters.first(absent, 20)).isEmpty();
		assertThat(this.letters.replay(absent)).isZero();
	}

	@Test
	void bringsLettersBackWithoutTheTracesOfTheirDeath() throws Exception {
		bury("one", "no");
		bury("two", "no");
		assertThat(this.letters.replay(queue)).isEqualTo(2);
		await().until(() -> this.letters.count(queue) == 0);
		var first = this.channel.basicGet(origin, true);
		assertThat(new String(first.getBody())).contains("\"text\":\"one\"");
		assertThat(first.getProps().getContentType()).isEqualTo("application/json");
		assertThat(first.getProps().getHeaders()).containsKey("request_id")
			.doesNotContainKeys("x-exception-message", "x-original-exchange");
		assertThat(this.channel.basicGet(origin, true)).isNotNull();
		assertThat(this.channel.basicGet(origin, true)).isNull();
	}

	@Test
	void keepsLettersThatHaveNowhereToGo() throws Exception {
		bury("one", "no");
		this.channel.queueDelete(origin);
		assertThatExceptionOfType(BrokerRefuses.class).isThrownBy(() -> this.letters.replay(queue))
			.withMessageContaining(origin);
		await().until(() -> this.letters.count(queue) == 1);
	}

	private void bury(String text, String exception) throws Exception {
		bury(text,
				exception.isEmpty() ? Map.of() : Map.of("x-exception-message", exception, "x-original-exchange", "x"));
	}

	private void bury(String text, Map<String, Object> traces) throws Exception {
		var headers = new HashMap<>(traces);
		headers.put("request_id", "r");
		var properties = new BasicProperties.Builder().contentType("application/json")
			.deliveryMode(2)
			.headers(headers)
			.build();
		String body = "{\"type\":\"post.created\",\"at\":\"2026-01-01T00:00:00Z\",\"text\":\"%s\"}".formatted(text);
		this.channel.basicPublish("", queue.name(), properties, body.getBytes());
		this.channel.waitForConfirmsOrDie(5_000);
	}

}
