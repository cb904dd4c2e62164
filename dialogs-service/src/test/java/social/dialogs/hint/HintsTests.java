package social.dialogs.hint;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

import social.backing.Backing;
import social.backing.Contracts;
import social.backing.Listener;
import social.dialogs.Api;
import social.dialogs.DialogsTest;
import social.dialogs.UsersServer;
import social.platform.passport.UserId;
import social.platform.request.RequestIds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@DialogsTest
class HintsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Autowired
	private Api api;

	@Autowired
	private UsersServer users;

	@Autowired
	private WaitingHints waiting;

	@Autowired
	private MeterRegistry metrics;

	@Autowired
	private AmqpAdmin admin;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private JsonMapper json;

	private Listener listener;

	private UserId ann;

	private UserId bob;

	@BeforeEach
	void listen() {
		this.admin.initialize();
		this.listener = new Listener(this.rabbit, HintPublisher.MESSAGES);
		this.ann = this.users.register();
		this.bob = this.users.register();
	}

	@AfterEach
	void leave() {
		this.listener.close();
	}

	@Test
	void sayWhatTheContractSaysWithTheRequestThatCausedIt() {
		this.api.send(this.ann, this.bob, "Привет");
		String request = this.api.send(this.bob, this.ann, "Пока").getResponse().getHeader(RequestIds.HEADER);
		List<Message> heard = heard(2);
		assertThat(heard).allSatisfy((message) -> Contracts.broker().check("MessageSent", text(message)));
		MessageProperties last = heard.getLast().getMessageProperties();
		assertThat(last.getReceivedRoutingKey()).isEqualTo("message.sent");
		assertThat(last.getContentType()).isEqualTo("application/json");
		assertThat(last.<String>getHeader(RequestIds.KEY)).isEqualTo(request);
		assertThat(message(heard.getLast())).isEqualTo(message("Пока", this.bob, this.ann, 2, 1));
	}

	@Test
	void countWhatTheReceiverHasNotRead() {
		this.api.send(this.ann, this.bob, "раз");
		this.api.send(this.ann, this.bob, "два");
		this.api.read(this.bob, this.ann, "{\"seq\":2}");
		this.api.send(this.ann, this.bob, "три");
		assertThat(heard(3)).map(this::message)
			.containsExactly(message("раз", this.ann, this.bob, 1, 1), message("два", this.ann, this.bob, 2, 2),
					message("три", this.ann, this.bob, 3, 1));
	}

	@Test
	void nameTheMessageAsTheListDoes() {
		this.api.send(this.ann, this.bob, "Привет");
		JsonNode hint = this.json.readTree(text(heard(1).getFirst()));
		JsonNode listed = this.json.readTree(Api.body(this.api.list(this.ann, this.bob))).get(0);
		assertThat(hint.get("message_id")).isEqualTo(listed.get("id"));
		assertThat(hint.get("at")).isEqualTo(listed.get("at"));
	}

	@Test
	void areNotGivenForWhatIsRepeatedOrRefused() {
		this.api.send(this.ann, this.bob, "Привет", "key");
		this.api.send(this.ann, this.bob, "Привет", "key");
		assertThat(this.api.send(this.ann, this.bob, "Пока", "key")).hasStatus(HttpStatus.CONFLICT);
		this.api.send(this.ann, this.bob, "последнее");
		assertThat(heard(2)).map((message) -> message(message).text()).containsExactly("Привет", "последнее");
	}

	@Test
	void arriveInOrderHoweverManyTheyAre() {
		IntStream.range(0, 1200).forEach((number) -> this.api.send(this.ann, this.bob, "привет " + number));
		assertThat(heard(1200)).map((message) -> message(message).seq()).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void waitForABrokerThatIsAwayWhileNobodyWaitsForThem() {
		this.api.send(this.ann, this.bob, "before");
		heard(1);
		double before = published();
		Backing.rabbit().stop();
		try {
			for (int i = 0; i < 50; i++) {
				long begun = System.nanoTime();
				assertThat(this.api.send(this.ann, this.bob, "away " + i)).hasStatusOk();
				assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
			}
			assertThat(this.waiting.size()).isEqualTo(50);
			assertThat(this.metrics.get("social.dialog.hint.waiting").gauge().value()).isEqualTo(50);
		}
		finally {
			Backing.rabbit().start();
		}
		this.api.send(this.ann, this.bob, "after");
		assertThat(heard(52)).map((message) -> message(message).seq())
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 52).mapToObj(Long::valueOf).toList());
		assertThat(published() - before).isEqualTo(51);
	}

	private List<Message> heard(int messages) {
		await().atMost(PATIENCE).until(() -> this.waiting.size() == 0);
		await().atMost(PATIENCE).untilAsserted(() -> assertThat(this.listener.heard()).hasSize(messages));
		return this.listener.heard();
	}

	private double published() {
		return this.metrics.get("social.dialog.hint.published").counter().count();
	}

	private Sent message(Message message) {
		JsonNode hint = this.json.readTree(text(message));
		return message(hint.get("text").asString(), UserId.of(hint.get("from_user_id").asString()),
				UserId.of(hint.get("to_user_id").asString()), hint.get("seq").asLong(), hint.get("unread").asLong());
	}

	private static Sent message(String text, UserId from, UserId to, long seq, long unread) {
		return new Sent(text, from, to, seq, unread);
	}

	private static String text(Message message) {
		return new String(message.getBody(), StandardCharsets.UTF_8);
	}

	/** What a test foresees of a hint. */
	private record Sent(String text, UserId from, UserId to, long seq, long unread) {
	}

}
