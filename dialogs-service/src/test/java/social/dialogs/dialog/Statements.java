package social.dialogs.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** Writes down, with its values, every statement that is executed while it is open. */
final class Statements implements AutoCloseable {

	private static final Pattern STATEMENT = Pattern.compile("Executing prepared SQL statement \\[(.*)\\]",
			Pattern.DOTALL);

	private static final Pattern VALUE = Pattern.compile(".* parameter value \\[(.*)\\], value class .*",
			Pattern.DOTALL);

	private final List<Logger> loggers = List.of(logger("org.springframework.jdbc.core.JdbcTemplate"),
			logger("org.springframework.jdbc.core.StatementCreatorUtils"));

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	Statements() {
		this.log.start();
		this.loggers.forEach((logger) -> {
			logger.setLevel(Level.TRACE);
			logger.setAdditive(false);
			logger.addAppender(this.log);
		});
	}

	/** What was executed so far, with literals instead of parameters. */
	List<String> executed() {
		var executed = new ArrayList<String>();
		for (ILoggingEvent event : List.copyOf(this.log.list)) {
			Matcher statement = STATEMENT.matcher(event.getFormattedMessage());
			Matcher value = VALUE.matcher(event.getFormattedMessage());
			if (statement.matches()) {
				executed.add(statement.group(1));
			}
			else if (value.matches()) {
				String literal = "'" + value.group(1).replace("'", "''") + "'";
				executed.add(executed.removeLast().replaceFirst("\\?", Matcher.quoteReplacement(literal)));
			}
		}
		return executed;
	}

	@Override
	public void close() {
		this.loggers.forEach((logger) -> {
			logger.detachAppender(this.log);
			logger.setAdditive(true);
			logger.setLevel(null);
		});
	}

	private static Logger logger(String name) {
		return (Logger) LoggerFactory.getLogger(name);
	}

}
