package social.platform.request;

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

}
