package social.websocket.resume;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import social.websocket.socket.Frame;
import social.websocket.socket.Prelude;

/**
 * What one client missed, as it is remembered here; at the end the word that it is up to
 * date.
 */
class Recollection implements Prelude {

	private final Deque<Frame.Text> missed;

	private final ResumeMetrics metrics;

	private Frame.@Nullable Text last;

	/**
	 * Nothing told yet.
	 * @param last the word that it is up to date, if the client knows that
	 */
	Recollection(List<Frame.Text> missed, Frame.@Nullable Text last, ResumeMetrics metrics) {
		this.missed = new ArrayDeque<>(missed);
		this.last = last;
		this.metrics = metrics;
	}

	@Override
	public Frame.@Nullable Text next() {
		Frame.Text text = this.missed.poll();
		if (text != null) {
			this.metrics.replayed();
			return text;
		}
		text = this.last;
		this.last = null;
		return text;
	}

}
