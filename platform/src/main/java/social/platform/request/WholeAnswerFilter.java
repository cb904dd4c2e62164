package social.platform.request;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a short answer leave whole, with its length. The framework flushes each body,
 * which makes chunks of it: two writes here and twice as many reads and writes in the
 * gateway. An answer longer than the server's buffer leaves in chunks as before.
 * <p>
 * And lets nobody keep an answer whose controller does not say that they may.
 */
class WholeAnswerFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var whole = new Whole(response);
		chain.doFilter(request, whole);
		whole.begin();
	}

	/** An answer that leaves when it is complete, or when the buffer is full. */
	private static final class Whole extends HttpServletResponseWrapper {

		private boolean begun;

		private Whole(HttpServletResponse response) {
			super(response);
		}

		/** Says what no controller has said, before the head may leave. */
		private void begin() {
			if (this.begun) {
				return;
			}
			this.begun = true;
			setHeader("X-Content-Type-Options", "nosniff");
			if (!containsHeader(HttpHeaders.CACHE_CONTROL)) {
				setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
			}
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			begin();
			return new Unflushed(super.getOutputStream());
		}

		@Override
		public void flushBuffer() {
			// the server does it at the end
		}

	}

	/** A body that nobody flushes but the server. */
	private static final class Unflushed extends ServletOutputStream {

		private final ServletOutputStream body;

		private Unflushed(ServletOutputStream body) {
			this.body = body;
		}

		@Override
		public void write(int one) throws IOException {
			this.body.write(one);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) throws IOException {
			this.body.write(bytes, offset, length);
		}

		@Override
		public boolean isReady() {
			return this.body.isReady();
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			this.body.setWriteListener(listener);
		}

	}

}
