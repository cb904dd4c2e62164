package social.platform.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;

import com.sun.net.httpserver.HttpServer;

/** Takes spans as an OTLP collector does, and keeps their bytes. */
final class Collector implements AutoCloseable {

	private final ByteArrayOutputStream spans = new ByteArrayOutputStream();

	private final HttpServer server;

	Collector() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/v1/traces", (exchange) -> {
			synchronized (this.spans) {
				exchange.getRequestBody().transferTo(this.spans);
			}
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		this.server.start();
	}

	String endpoint() {
		return "http://127.0.0.1:%d/v1/traces".formatted(this.server.getAddress().getPort());
	}

	/** Whether a span of a trace has come: its id is in it as bytes. */
	boolean has(String traceId) {
		synchronized (this.spans) {
			return HexFormat.of().formatHex(this.spans.toByteArray()).contains(traceId);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
