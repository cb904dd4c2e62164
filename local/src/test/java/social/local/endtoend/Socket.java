package social.local.endtoend;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import social.backing.Contracts;

/** A WebSocket that keeps every frame; each has to fit {@code docs/broker.yaml}. */
final class Socket implements WebSocket.Listener, AutoCloseable {

	private static final Contracts contract = Contracts.broker();

	private static final HttpClient http = HttpClient.newHttpClient();

	private final List<JsonNode> frames = new CopyOnWriteArrayList<>();

	private final StringBuilder frame = new StringBuilder();

	private @Nullable WebSocket socket;

	private volatile int end;

	static Socket open(String path, String... headers) {
		var socket = new Socket();
		WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(10));
		for (int i = 0; i < headers.length; i += 2) {
			builder.header(headers[i], headers[i + 1]);
		}
		String endpoint = RunningMesh.get().gateway().endpoint().replaceFirst("^http", "ws");
		socket.socket = builder.buildAsync(URI.create(endpoint + path), socket).join();
		return socket;
	}

	/** The texts of the posts that came, in their order. */
	List<String> texts() {
		return this.frames.stream().map((post) -> post.path("postText").asString()).toList();
	}

	List<JsonNode> frames() {
		return this.frames;
	}

	/** The code with which the server closed it; 0 as long as it is open. */
	int end() {
		return this.end;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
		this.end = code;
		return null;
	}

	@Override
	public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
		this.frame.append(data);
		if (last) {
			this.frames.add(JsonMapper.shared().readTree(this.frame.toString()));
			this.frame.setLength(0);
		}
		socket.request(1);
		return null;
	}

	@Override
	public void close() {
		if (this.socket != null) {
			this.socket.abort();
		}
	}

}
