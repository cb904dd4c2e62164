package social.websocket.resume;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import social.websocket.session.Welcome;
import social.websocket.socket.Farewell;
import social.websocket.socket.Frame;
import social.websocket.socket.Socket;

/**
 * Tells a client what it missed, if it says since when, and where the news begin.
 * <p>
 * What comes before a socket's mark is only replayed, what comes from there on is only
 * pushed: so nothing is told twice, and nothing falls in between.
 */
@Component
class Resumption implements Welcome {

	private static final Logger log = LoggerFactory.getLogger(Resumption.class);

	private final Missed missed;

	private final JsonMapper json;

	private final ResumeMetrics metrics;

	Resumption(Missed missed, JsonMapper json, ResumeMetrics metrics) {
		this.missed = missed;
		this.json = json;
		this.metrics = metrics;
	}

	@Override
	public void greet(Socket socket, @Nullable List<Frame.Text> missed) {
		Long since = socket.since();
		long last = socket.mark() - 1;
		if (since == null || since == last) {
			socket.send(PlaceFrame.live(last));
		}
		else if (since > last) {
			greetFromAhead(socket, since);
		}
		else if (missed != null) {
			socket.begin(new Recollection(missed, PlaceFrame.live(last).in(socket.protocol()), this.metrics));
		}
		else {
			socket.begin(new Replay(socket, since, this.missed, this.json, this.metrics));
		}
	}

	/** Another instance was further than this one, or it is no position of this log. */
	private void greetFromAhead(Socket socket, long since) {
		try {
			if (this.missed.after(socket.user(), since, since) == null) {
				this.metrics.gap();
				socket.send(PlaceFrame.gap(socket.mark() - 1));
			}
			else {
				socket.skip(since);
			}
			socket.send(PlaceFrame.live(socket.from() - 1));
		}
		catch (RuntimeException ex) {
			log.warn("Whether {} has seen {} can't be told: {}", socket.user(), since, ex.getMessage());
			socket.close(Farewell.NO_REPLAY);
		}
	}

}
