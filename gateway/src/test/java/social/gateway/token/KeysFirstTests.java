package social.gateway.token;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerInitializedEvent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.TestPropertySource;

import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What a gateway that starts does before it lets anybody in. */
@GatewayTest
@Import(KeysFirstTests.Opening.class)
class KeysFirstTests {

	@Test
	void itLearnsToTellGoodTokensFromBad(@Autowired Opening opening) {
		assertThat(opening.prepared).isTrue();
	}

	@Nested
	@TestPropertySource(properties = "gateway.token.patience=0s")
	class WithoutPatience {

		@Test
		void itOpensAllTheSame(@Autowired Opening opening) {
			assertThat(opening.prepared).isFalse();
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Opening {

		private final Tokens tokens;

		private boolean prepared;

		Opening(Tokens tokens) {
			this.tokens = tokens;
		}

		@EventListener(condition = "#event.applicationContext.serverNamespace == null")
		void opened(ReactiveWebServerInitializedEvent event) {
			this.prepared = this.tokens.canBeVerified();
		}

	}

}
