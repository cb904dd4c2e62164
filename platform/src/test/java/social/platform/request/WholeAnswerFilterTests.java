package social.platform.request;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class WholeAnswerFilterTests {

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void keepsAShortAnswerTogetherUntilItsEnd() throws Exception {
		new WholeAnswerFilter().doFilter(new MockHttpServletRequest(), this.response, (request, answer) -> {
			answer.getOutputStream().write("short".getBytes());
			answer.getOutputStream().flush();
			answer.flushBuffer();
		});
		assertThat(this.response.isCommitted()).isFalse();
		assertThat(this.response.getContentAsString()).isEqualTo("short");
	}

	@Test
	void letsALongAnswerGoWhenTheBufferIsFull() throws Exception {
		this.response.setBufferSize(10);
		new WholeAnswerFilter().doFilter(new MockHttpServletRequest(), this.response,
				(request, answer) -> answer.getOutputStream().write("longer than that".getBytes()));
		assertThat(this.response.isCommitted()).isTrue();
	}

	@Test
	void letsNobodyKeepAnAnswerWithoutAWordOnIt() throws Exception {
		new WholeAnswerFilter().doFilter(new MockHttpServletRequest(), this.response, (request, answer) -> {
		});
		assertThat(this.response.getHeader("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void leavesAControllerItsWordOnKeeping() throws Exception {
		new WholeAnswerFilter().doFilter(new MockHttpServletRequest(), this.response,
				(request, answer) -> ((HttpServletResponse) answer).setHeader("Cache-Control", "max-age=60"));
		assertThat(this.response.getHeaders("Cache-Control")).containsExactly("max-age=60");
	}

}
