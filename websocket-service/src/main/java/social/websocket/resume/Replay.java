package social.websocket.resume;

import java.util.ArrayDeque;
import java.util.Deque;

import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import social.platform.request.RequestIds;
import social.websocket.change.Change;
import social.websocket.change.PostFrame;
import social.websocket.socket.Farewell;
import social.websocket.socket.Frame;
import social.websocket.socket.Prelude;
import social.websocket.socket.Socket;

/**
 * What one client missed, up to where the news begin for it, fetched page by page as the
 * client reads; at the end the word that it is up to date.
 */
class Replay implements Prelude {

	private static final Logger log = LoggerFactory.getLogger(Replay.class);

	private final Socket socket;

	private final Missed missed;

	private final JsonMapper json;

	private final ResumeMetrics metrics;

	private final Timer.Sample time;

	private final Deque<Frame> ready = new ArrayDeque<>(0);

	private long seen;

	private boolean complete;

	Replay(Socket socket, long since, Missed missed, JsonMapper json, ResumeMetrics metrics) {
		this.socket = socket;
		this.seen = since;
		this.missed = missed;
		this.json = json;
		this.metrics = metrics;
		this.time = metrics.begin();
	}

	@Override
	public Frame.@Nullable Text next() {
		while (!this.ready.isEmpty() || !this.complete) {
			Frame frame = this.ready.poll();
			if (frame == null) {
				RequestIds.run(this.socket.requestId(), this::fetch);
				continue;
			}
			Frame.Text text = frame.in(this.socket.protocol());
			if (text != null) {
				count(frame);
				return text;
			}
		}
		return null;
	}

	private void fetch() {
		try {
			add(this.missed.after(this.socket.user(), this.seen, this.socket.mark() - 1));
		}
		catch (RuntimeException ex) {
			if (!Thread.currentThread().isInterrupted()) {
				log.warn("What {} missed after {} can't be told: {}", this.socket.user(), this.seen, ex.getMessage());
			}
			this.complete = true;
			this.socket.close(Farewell.NO_REPLAY);
		}
	}

	private void add(@Nullable Page page) {
		long end = this.socket.mark() - 1;
		if (page == null) {
			this.metrics.gap();
			this.ready.add(PlaceFrame.gap(end));
		}
		else {
			page.changes().stream().filter((change) -> change.position() <= end).forEach(this::add);
			this.seen = page.until();
		}
		if (page == null || this.seen >= end) {
			this.complete = true;
			this.ready.add(PlaceFrame.live(end));
			this.metrics.end(this.time);
		}
	}

	private void add(Change change) {
		if (change instanceof Change.OfPost post) {
			this.ready.add(new PostFrame(post, this.json));
		}
	}

	private void count(Frame frame) {
		if (frame instanceof PostFrame) {
			this.metrics.replayed();
		}
	}

}
