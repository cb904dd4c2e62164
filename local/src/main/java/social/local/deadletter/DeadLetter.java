package social.local.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import org.jspecify.annotations.Nullable;

import social.local.client.Fields;

/**
 * What is known of a message that nobody could use.
 *
 * @param type such as {@code post.created}
 * @param since when it died, or when what it tells happened
 * @param why the root cause that the worker named, or else what the broker says
 */
public record DeadLetter(String type, @Nullable Instant since, String why) {

	private static final String UNKNOWN = "-";

	private static final String CAUSED_BY = "Caused by: ";

	static DeadLetter of(GetResponse message) {
		Map<String, Object> headers = headers(message.getProps());
		var body = new Fields(new String(message.getBody(), StandardCharsets.UTF_8));
		String type = body.text("type")
			.or(() -> text(headers, "x-original-routingKey"))
			.orElse(message.getEnvelope().getRoutingKey());
		Instant since = death(headers, "time").filter(Date.class::isInstance)
			.map((time) -> ((Date) time).toInstant())
			.or(() -> body.text("at").flatMap(DeadLetter::instant))
			.orElse(null);
		String why = rootCause(headers).or(() -> text(headers, "x-exception-message"))
			.or(() -> death(headers, "reason").map(Object::toString))
			.flatMap((text) -> text.lines().findFirst())
			.orElse(UNKNOWN);
		return new DeadLetter(type, since, why);
	}

	/** How old it is, in words. */
	public String age(Instant now) {
		if (this.since == null) {
			return UNKNOWN;
		}
		Duration age = Duration.between(this.since, now);
		return Stream.of(unit(age.toDays(), "d"), unit(age.toHours(), "h"), unit(age.toMinutes(), "min"))
			.flatMap(Optional::stream)
			.findFirst()
			.orElse(age.toSeconds() + " s");
	}

	/** The same message without the traces of its death. */
	static BasicProperties alive(BasicProperties properties) {
		var headers = new HashMap<>(headers(properties));
		headers.keySet()
			.removeIf((name) -> name.startsWith("x-death") || name.startsWith("x-exception-")
					|| name.startsWith("x-original-") || name.startsWith("x-first-death-")
					|| name.startsWith("x-last-death-") || name.equals("x-delivery-count"));
		return properties.builder().headers(headers).build();
	}

	private static Map<String, Object> headers(BasicProperties properties) {
		return Objects.requireNonNullElse(properties.getHeaders(), Map.of());
	}

	private static Optional<String> text(Map<String, Object> headers, String name) {
		return Optional.ofNullable(headers.get(name)).map(Object::toString);
	}

	// the message itself tells only that the tries are used up
	private static Optional<String> rootCause(Map<String, Object> headers) {
		return text(headers, "x-exception-stacktrace").flatMap((trace) -> trace.lines()
			.filter((line) -> line.startsWith(CAUSED_BY))
			.reduce((earlier, later) -> later)
			.map((line) -> line.substring(CAUSED_BY.length())));
	}

	private static Optional<Object> death(Map<String, Object> headers, String name) {
		return (headers.get("x-death") instanceof List<?> deaths && !deaths.isEmpty()
				&& deaths.getFirst() instanceof Map<?, ?> death) ? Optional.ofNullable(death.get(name))
						: Optional.empty();
	}

	private static Optional<Instant> instant(String text) {
		try {
			return Optional.of(Instant.parse(text));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static Optional<String> unit(long count, String unit) {
		return (count > 0) ? Optional.of(count + " " + unit) : Optional.empty();
	}

}
