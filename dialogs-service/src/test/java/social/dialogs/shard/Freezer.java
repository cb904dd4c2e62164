package social.dialogs.shard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/**
 * A way to a server on which everything can stand still, without a connection breaking.
 */
final class Freezer implements AutoCloseable {

	private final ServerSocket entrance;

	private final int exit;

	private volatile CountDownLatch gate = new CountDownLatch(0);

	Freezer(int exit) {
		try {
			this.entrance = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
			this.exit = exit;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofPlatform().daemon().start(this::accept);
	}

	int port() {
		return this.entrance.getLocalPort();
	}

	void freeze() {
		this.gate = new CountDownLatch(1);
	}

	void thaw() {
		this.gate.countDown();
	}

	@Override
	public void close() throws IOException {
		thaw();
		this.entrance.close();
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.entrance.accept();
				Socket server = new Socket(InetAddress.getLoopbackAddress(), this.exit);
				Thread.ofPlatform().daemon().start(() -> pass(client, server));
				Thread.ofPlatform().daemon().start(() -> pass(server, client));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void pass(Socket from, Socket to) {
		byte[] bytes = new byte[8192];
		try (from; to) {
			for (int read = from.getInputStream().read(bytes); read > 0; read = from.getInputStream().read(bytes)) {
				this.gate.await();
				to.getOutputStream().write(bytes, 0, read);
			}
		}
		catch (IOException ex) {
			// one of the two hung up: so does the other
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
