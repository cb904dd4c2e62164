package social.local.mesh;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * The way through the gateway to each service, gone as a client goes it: by a person of
 * the launcher's own, who registers once.
 */
final class Routes {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final String WALKER = "walker";

	private static final UUID NOBODY = new UUID(0, 0);

	private final Gateway gateway;

	private final Secrets secrets;

	private String id;

	private String token = "";

	Routes(Gateway gateway, Secrets secrets) {
		this.gateway = gateway;
		this.secrets = secrets;
		this.id = secrets.read(WALKER).orElse("");
	}

	/**
	 * Returns once every service answers.
	 * @throws NotReady if one does not in a minute
	 */
	void await() {
		await(Service.USERS, this::login);
		await(Service.POSTS, () -> this.gateway.get("/post/feed", this.token));
		await(Service.DIALOGS, () -> this.gateway.get("/dialog/" + NOBODY + "/list", this.token));
		await(Service.WEBSOCKET, () -> this.gateway.upgrade("/post/feed/posted", this.token));
	}

	private void await(Service service, IntSupplier status) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		for (int last = attempt(status); last != Gateway.OK; last = attempt(status)) {
			if (System.nanoTime() > deadline) {
				throw new NotReady("the gateway does not reach %s: it answers %d".formatted(service.id(), last));
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	private static int attempt(IntSupplier status) {
		try {
			return status.getAsInt();
		}
		catch (UncheckedIOException ex) {
			return 0;
		}
	}

	private int login() {
		String password = this.secrets.password(WALKER + "-password");
		if (this.id.isEmpty()) {
			this.id = this.secrets.write(WALKER, this.gateway.register("Mesh", "Walker", password));
		}
		HttpResponse<String> answer = this.gateway.login(this.id, password);
		if (answer.statusCode() == 404) {
			this.id = "";
		}
		this.token = Gateway.idOrToken(answer);
		return answer.statusCode();
	}

}
