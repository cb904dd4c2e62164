package social.local.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import social.backing.PassportKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** All dialogs are checked, in pages that the service can manage. */
class StoredDialogsTests {

	@TempDir
	private Path folder;

	private final List<String> questions = new ArrayList<>();

	private final List<DialogAudit> pages = new ArrayList<>();

	private HttpServer service;

	private StoredDialogs dialogs;

	@BeforeEach
	void service() throws IOException {
		this.service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.service.start();
		Path keys = Files.writeString(this.folder.resolve("keys"), "1 " + PassportKey.random() + "\n");
		String endpoint = "http://127.0.0.1:" + this.service.getAddress().getPort();
		this.dialogs = new StoredDialogs(new Api(endpoint, "X-Passport"), keys);
	}

	@AfterEach
	void stop() {
		this.service.stop(0);
	}

	@Test
	void followsThePagesToTheEnd() {
		answer((query) -> query.contains("after") ? """
				{"checked":1,"differences":[]}""" : """
				{"checked":500,"next":"b","differences":[{"dialog_id":"a","what":"one"},{"dialog_id":"b","what":"two"}]}
				""");
		this.dialogs.audit(this.pages::add);
		assertThat(this.questions).containsExactly("limit=500", "limit=500&after=b");
		assertThat(this.pages).containsExactly(new DialogAudit(500, List.of("a: one", "b: two")),
				new DialogAudit(1, List.of()));
	}

	@Test
	void asksForLessWhereTheServiceCanNotKeepUp() {
		answer((query) -> query.endsWith("limit=125") ? """
				{"checked":3,"differences":[]}""" : "");
		this.dialogs.audit(this.pages::add);
		assertThat(this.questions).containsExactly("limit=500", "limit=250", "limit=125");
		assertThat(this.pages).containsExactly(new DialogAudit(3, List.of()));
	}

	@Test
	void givesUpWhereNotEvenOneCanBeChecked() {
		answer((query) -> "");
		assertThatExceptionOfType(NotAnswered.class).isThrownBy(() -> this.dialogs.audit(this.pages::add))
			.withMessageContaining("503");
		assertThat(this.questions).last().isEqualTo("limit=1");
	}

	// nothing to say is 503
	private void answer(Function<String, String> answers) {
		this.service.createContext("/internal/dialogs/audit", (exchange) -> {
			String query = exchange.getRequestURI().getQuery();
			this.questions.add(query);
			byte[] body = answers.apply(query).getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders((body.length > 0) ? 200 : 503, (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
			exchange.close();
		});
	}

}
