package social.gateway.docs;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import social.gateway.GatewayTest;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class DocsConfigurationTests {

	@Autowired
	private WebTestClient client;

	@Test
	void leadsFromTheRootToThePage() {
		this.client.get().uri("/").exchange().expectStatus().isTemporaryRedirect().expectHeader().location("/docs");
		this.client.get()
			.uri("/docs/")
			.exchange()
			.expectStatus()
			.isTemporaryRedirect()
			.expectHeader()
			.location("/docs");
		this.client.get()
			.uri("/docs")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_HTML);
	}

	@Test
	void loadsNothingFromElsewhere() {
		List<String> links = Pattern.compile("(?:src|href)=\"([^\"]+)\"")
			.matcher(get("/docs"))
			.results()
			.map((link) -> link.group(1))
			.toList();
		assertThat(links).hasSizeGreaterThanOrEqualTo(4)
			.allSatisfy((link) -> assertThat(link).startsWith("/docs/"))
			.allSatisfy((link) -> this.client.get().uri(link).exchange().expectStatus().isOk());
		assertThat(get("/docs/page.js")).contains("'/docs/openapi.yaml'").contains("validatorUrl: null");
	}

	@Test
	void showsTheContractItself() {
		assertThat(get("/docs/openapi.yaml")).startsWith("openapi: 3").contains("/post/feed:");
	}

	@Test
	void hasAnIcon() {
		this.client.get().uri("/favicon.ico").exchange().expectHeader().location("/docs/favicon-32x32.png");
		this.client.get().uri("/docs/favicon-32x32.png").exchange().expectHeader().contentType(MediaType.IMAGE_PNG);
	}

	private String get(String uri) {
		return Objects.requireNonNull(this.client.mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
			.build()
			.get()
			.uri(uri)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

}
