package social.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** The TCP ports of this machine. */
public final class Ports {

	// below the range from which the kernel takes the ports of outgoing connections:
	// none of them can take a chosen port before its server does
	private static final int FIRST = 20_000;

	private static final int LAST = 32_000;

	private static final Set<Integer> given = ConcurrentHashMap.newKeySet();

	private Ports() {
	}

	/** A free port, not given before by this launcher. */
	public static int pick() {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
			if (isFree(port) && given.add(port)) {
				return port;
			}
		}
	}

	/** Whether nothing listens on the port. */
	public static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

}
