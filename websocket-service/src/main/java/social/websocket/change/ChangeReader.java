package social.websocket.change;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reads changes from JSON. What can't be read but has a position counts as read, so that
 * one bad change holds up nobody.
 */
@Component
public class ChangeReader {

	private static final Logger log = LoggerFactory.getLogger(ChangeReader.class);

	private final JsonMapper json;

	private final ObjectReader changes;

	ChangeReader(JsonMapper json) {
		this.json = json;
		this.changes = json.readerFor(Change.class)
			.with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
					DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
	}

	/**
	 * Reads one change.
	 * @throws JacksonException if not even its position can be read
	 */
	public Change read(byte[] change) {
		return read(this.json.readTree(change));
	}

	/**
	 * Reads a page of the log.
	 * @throws JacksonException if the position of one of them can't be read
	 */
	public List<Change> readAll(JsonNode page) {
		return page.valueStream().map(this::read).toList();
	}

	private Change read(JsonNode change) {
		try {
			return this.changes.readValue(change);
		}
		catch (JacksonException ex) {
			long position = change.required("position").longValue();
			log.warn("Change {} is skipped: {}", position, ex.getOriginalMessage());
			return new Change.Other(position);
		}
	}

}
