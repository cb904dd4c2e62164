package social.websocket.resume;

import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import social.websocket.socket.Frame;
import social.websocket.socket.Prelude;

/**
 * What one client missed, as it is remembered here; at the end the word that it is up to
 * date.
 */
class Recollection implements Prelude {

	private final Iterator<Frame.Text> missed;

	private final ResumeMetrics metrics;

	private Frame.@Nullable Text last;

	/**
	 * Nothing told yet.
	 * @param last the word that it is up to date, if the client knows that
	 */
	Recollection(List<Frame.Text> missed, Frame.@Nullable Text last, ResumeMetrics metrics) {
		this.missed = missed.iterator();
		this.last = last;
		this.metrics = metrics;
	}

	@Override
	public Frame.@Nullable Text next() {
		if (this.missed.hasNext()) {
			this.metrics.replayed();
			return this.missed.next();
		}
		Frame.Text text = this.last;
		this.last = null;
		return text;
	}

}
