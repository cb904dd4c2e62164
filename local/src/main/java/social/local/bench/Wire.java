package social.local.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** The bytes of one WebSocket as they come, taken apart into frames. */
final class Wire {

	private static final int TEXT = 1;

	private static final int CLOSE = 8;

	private static final int PING = 9;

	private static final int PONG = 10;

	private static final int FIN = 0x80;

	private static final int MASKED = 0x80;

	private static final int OPCODE = 0x0f;

	private static final int TWO_BYTES = 126;

	private static final int MOST = 131_072;

	private static final int OPEN = 0;

	/** What a close without a farewell is called, after RFC 6455, 7.1.5. */
	static final int ABNORMAL = 1006;

	private static final int NO_STATUS = 1005;

	private final Consumer<String> text;

	private byte @Nullable [] rest;

	private int farewell = OPEN;

	Wire(Consumer<String> text) {
		this.text = text;
	}

	/**
	 * Takes what has come.
	 * @return what to answer, which is empty mostly
	 */
	ByteBuffer take(ByteBuffer came) {
		ByteBuffer bytes = withRest(came);
		ByteBuffer answer = ByteBuffer.allocate(0);
		for (int length = length(bytes); length >= 0 && bytes.remaining() >= length; length = length(bytes)) {
			answer = frame(bytes.slice(bytes.position(), length), answer);
			bytes.position(bytes.position() + length);
		}
		this.rest = bytes.hasRemaining() ? bytes(bytes) : null;
		return answer;
	}

	/** Whether the other side has said farewell. */
	boolean isClosed() {
		return this.farewell != OPEN;
	}

	/** The code that the other side closed with. */
	int code() {
		return isClosed() ? this.farewell : ABNORMAL;
	}

	/** A frame as a client sends it. */
	static ByteBuffer masked(int opcode, ByteBuffer payload) {
		int mask = ThreadLocalRandom.current().nextInt();
		ByteBuffer frame = ByteBuffer.allocate(6 + payload.remaining());
		frame.put((byte) (FIN | opcode)).put((byte) (MASKED | payload.remaining())).putInt(mask);
		for (int i = 0; payload.hasRemaining(); i++) {
			frame.put((byte) (payload.get() ^ (mask >>> (24 - 8 * (i % 4)))));
		}
		return frame.flip();
	}

	private ByteBuffer frame(ByteBuffer frame, ByteBuffer answer) {
		int opcode = frame.get(0) & OPCODE;
		frame.position(header(frame));
		switch (opcode) {
			case TEXT -> this.text.accept(StandardCharsets.UTF_8.decode(frame).toString());
			case CLOSE -> this.farewell = (frame.remaining() < 2) ? NO_STATUS : frame.getShort() & 0xffff;
			case PING -> {
				return masked(PONG, frame);
			}
			default -> {
				// nothing that these sockets are sent
			}
		}
		return answer;
	}

	private ByteBuffer withRest(ByteBuffer came) {
		if (this.rest == null) {
			return came;
		}
		return ByteBuffer.allocate(this.rest.length + came.remaining()).put(this.rest).put(came).flip();
	}

	/** The whole length of the next frame; -1 if that has not come yet. */
	private static int length(ByteBuffer bytes) {
		if (bytes.remaining() < 2 || bytes.remaining() < header(bytes)) {
			return -1;
		}
		int at = bytes.position();
		int size = bytes.get(at + 1) & 0x7f;
		long length = switch (size) {
			case TWO_BYTES -> bytes.getShort(at + 2) & 0xffff;
			case TWO_BYTES + 1 -> bytes.getLong(at + 2);
			default -> size;
		};
		if (length < 0 || length > MOST) {
			throw new IllegalStateException("a frame of %d bytes (expected: 0..%d)".formatted(length, MOST));
		}
		return header(bytes) + (int) length;
	}

	private static int header(ByteBuffer bytes) {
		return switch (bytes.get(bytes.position() + 1) & 0x7f) {
			case TWO_BYTES -> 4;
			case TWO_BYTES + 1 -> 10;
			default -> 2;
		};
	}

	private static byte[] bytes(ByteBuffer buffer) {
		byte[] bytes = new byte[buffer.remaining()];
		buffer.get(bytes);
		return bytes;
	}

}
