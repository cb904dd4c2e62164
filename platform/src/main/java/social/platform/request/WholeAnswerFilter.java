package social.platform.request;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a short answer leave whole, with its length. The framework flushes each body,
 * which makes chunks of it: two writes here and twice as many reads and writes in the
 * gateway. An answer longer than the server's buffer leaves in chunks as before.
 */
class WholeAnswerFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(request, new Whole(response));
	}

	/** An answer that leaves when it is complete, or when the buffer is full. */
	private static final class Whole extends HttpServletResponseWrapper {

		private Whole(HttpServletResponse response) {
			super(response);
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
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
