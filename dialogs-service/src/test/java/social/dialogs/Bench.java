package social.dialogs;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import social.backing.Backing;
import social.platform.passport.Passport;
import social.platform.passport.Passports;
import social.platform.passport.UserId;

/**
 * Measures the service alone, over HTTP, on any database: without the gateway, with the
 * clients in the same JVM.
 * <p>
 * {@code Bench rate URL SECONDS} measures sends, then lists, after as long a warm-up.
 * {@code Bench watch URL SECONDS} has unhurried clients send and list while somebody does
 * things to the database; a send that failed is repeated under its key. The last lines
 * compare what was acknowledged with what is there.
 */
final class Bench {

	private static final int CLIENTS = 8;

	private static final int DIALOGS = 64;

	private static final int STEP = 5;

	private final UsersServer users = new UsersServer();

	private final BenchLedger ledger = new BenchLedger();

	private final List<UserId[]> pairs;

	private final ConfigurableApplicationContext service;

	private final int port;

	private volatile boolean running;

	private Bench(String url) {
		this.service = SpringApplication.run(DialogsApplication.class, "--spring.datasource.url=" + url,
				"--eureka.client.enabled=false", "--server.port=0", "--logging.level.root=error",
				"--platform.passport.keys=" + Backing.passportKeys(), "--spring.rabbitmq.username=otus",
				"--spring.rabbitmq.port=" + Backing.rabbit().port(),
				"--spring.rabbitmq.password=" + Backing.LOGIN.password(),
				"--spring.cloud.discovery.client.simple.instances.users-service[0].uri=" + this.users.uri());
		this.port = this.service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		this.pairs = Stream.generate(() -> new UserId[] { this.users.register(), this.users.register() })
			.limit(DIALOGS)
			.toList();
	}

	/** Prints figures; ends the servers' threads, too, whatever happens. */
	public static void main(String[] args) {
		int status = 1;
		try {
			new Bench(args[1]).measure(args[0], Integer.parseInt(args[2]));
			status = 0;
		}
		catch (Exception ex) {
			ex.printStackTrace();
		}
		System.exit(status);
	}

	private void measure(String what, int seconds) throws Exception {
		if (what.equals("rate")) {
			run(seconds, STEP, 80, 0, 0, "warm ");
			run(seconds, seconds, 100, 0, 0, "sends");
			run(seconds, seconds, 0, 0, 0, "lists");
		}
		else {
			run(seconds, STEP, 50, 5, 20, "mixed");
		}
		System.out.print(this.ledger.verdict(this.service.getBean(JdbcClient.class)));
	}

	private void run(int seconds, int step, int sends, int begins, int pause, String name) throws Exception {
		this.running = true;
		try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
			var work = IntStream.range(0, CLIENTS)
				.mapToObj((number) -> clients.submit(() -> client(number, sends, begins, pause)))
				.toList();
			for (int second = step; second <= seconds; second += step) {
				TimeUnit.SECONDS.sleep(step);
				System.out.printf("%s %4d s%s%n", name, second, this.ledger.figures(step));
			}
			this.running = false;
			for (var client : work) {
				client.get();
			}
		}
	}

	private Void client(int number, int sends, int begins, int pause) throws IOException {
		var random = new Random(number);
		var unsure = new HashMap<UserId[], String>();
		try (var client = new BenchClient(this.port)) {
			while (this.running) {
				UserId[] pair = this.pairs.get(random.nextInt(DIALOGS));
				if (random.nextInt(100) < begins) {
					pair = new UserId[] { pair[0], this.users.register() };
				}
				boolean good = (random.nextInt(100) < sends) ? send(client, pair, unsure) : list(client, pair);
				if (!good) {
					this.ledger.failed(pair[0], pair[1]);
				}
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
			}
		}
		return null;
	}

	private boolean send(BenchClient client, UserId[] pair, Map<UserId[], String> unsure) throws IOException {
		String text = unsure.getOrDefault(pair, UUID.randomUUID().toString());
		int from = text.charAt(0) % 2;
		boolean good = exchange(client, "send", "POST", pair[from], pair[1 - from], "Idempotency-Key: " + text + "\r\n",
				"{\"text\":\"" + text + "\"}");
		if (good) {
			unsure.remove(pair);
			this.ledger.sent(pair[0], pair[1], text);
		}
		else {
			unsure.put(pair, text);
		}
		return good;
	}

	private boolean list(BenchClient client, UserId[] pair) throws IOException {
		return exchange(client, "list?limit=20", "GET", pair[0], pair[1], "", "");
	}

	private boolean exchange(BenchClient client, String what, String method, UserId me, UserId other, String headers,
			String body) throws IOException {
		String passport = passport(me);
		long begun = System.nanoTime();
		int status = client.exchange(method, "/dialog/" + other + "/" + what,
				headers + Passport.HEADER + ": " + passport + "\r\n", body);
		this.ledger.took((status == 200) ? what.substring(0, 4) : "fail", System.nanoTime() - begun);
		return status == 200;
	}

	private String passport(UserId user) {
		var passport = new Passport(Passport.GATEWAY, "dialogs-service", user, null, null);
		return this.service.getBean(Passports.class).mint(passport);
	}

}
