package social.gateway.edge;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.EchoEncoder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogBufferTests {

	private final ByteArrayOutputStream written = new ByteArrayOutputStream();

	private final OutputStreamAppender<String> log = new OutputStreamAppender<>();

	@BeforeEach
	void begin() {
		var context = new ContextBase();
		var encoder = new EchoEncoder<String>();
		encoder.setContext(context);
		encoder.start();
		this.log.setContext(context);
		this.log.setEncoder(encoder);
		this.log.setOutputStream(open(this.written));
		this.log.start();
		LogBuffer.begin(this.log);
	}

	@Test
	void writesLinesSoon() {
		this.log.doAppend("first");
		this.log.doAppend("second");
		Awaitility.await().until(this::text, "first\nsecond\n"::equals);
	}

	@Test
	void writesTheRestAtTheEnd() {
		this.log.doAppend("last");
		this.log.stop();
		assertThat(text()).isEqualTo("last\n");
	}

	private String text() {
		return this.written.toString(StandardCharsets.UTF_8);
	}

	// the console's stream stays open as well
	private static OutputStream open(ByteArrayOutputStream target) {
		return new OutputStream() {

			@Override
			public void write(int value) {
				target.write(value);
			}

			@Override
			public void write(byte[] bytes, int from, int count) {
				target.write(bytes, from, count);
			}

		};
	}

}
