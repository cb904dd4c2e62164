package social.local.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames are taken apart wherever their bytes are cut. */
class WireTests {

	private final List<String> texts = new ArrayList<>();

	private final Wire wire = new Wire(this.texts::add);

	@Test
	void hearsTextsOfEveryLength() {
		for (int length : new int[] { 0, 125, 126, 70_000 }) {
			this.wire.take(text("x".repeat(length)));
		}
		assertThat(this.texts).extracting(String::length).containsExactly(0, 125, 126, 70_000);
	}

	@Test
	void waitsForTheRestOfAFrame() {
		ByteBuffer bytes = ByteBuffer.allocate(400).put(text("y".repeat(130))).put(text("два")).flip();
		while (bytes.hasRemaining()) {
			this.wire.take(ByteBuffer.wrap(new byte[] { bytes.get() }));
		}
		assertThat(this.texts).containsExactly("y".repeat(130), "два");
	}

	@Test
	void answersAPingWithItsOwnWords() {
		ByteBuffer answer = this.wire.take(ByteBuffer.wrap(new byte[] { (byte) 0x89, 2, 'h', 'i' }));
		assertThat(answer.remaining()).isEqualTo(8);
		assertThat(answer.get(0)).isEqualTo((byte) 0x8a);
		assertThat(answer.get(1)).isEqualTo((byte) 0x82);
		assertThat(answer.get(6) ^ answer.get(2)).isEqualTo('h');
		assertThat(answer.get(7) ^ answer.get(3)).isEqualTo('i');
	}

	@Test
	void noticesAFarewell() {
		this.wire.take(ByteBuffer.wrap(new byte[] { (byte) 0x88, 2, 3, (byte) 0xe9 }));
		assertThat(this.wire.isClosed()).isTrue();
		assertThat(this.wire.code()).isEqualTo(1001);
	}

	private static ByteBuffer text(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		ByteBuffer frame = ByteBuffer.allocate(bytes.length + 10).put((byte) 0x81);
		if (bytes.length < 126) {
			frame.put((byte) bytes.length);
		}
		else if (bytes.length <= 0xffff) {
			frame.put((byte) 126).putShort((short) bytes.length);
		}
		else {
			frame.put((byte) 127).putLong(bytes.length);
		}
		return frame.put(bytes).flip();
	}

}
