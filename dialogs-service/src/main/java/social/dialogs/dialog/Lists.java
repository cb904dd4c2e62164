package social.dialogs.dialog;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import social.dialogs.shard.Shards;
import social.platform.passport.UserId;

/**
 * Enters dialogs into the lists of both.
 * <p>
 * The lists are kept elsewhere than the dialog, perhaps where nobody answers now. So they
 * are written after the message is safe, and the dialog remembers until then that it is
 * not listed: the next message tries again, and so does {@link ListRepair}. Entering
 * twice changes nothing.
 */
@Repository
class Lists {

	private static final Logger log = LoggerFactory.getLogger(Lists.class);

	private final JdbcClient jdbc;

	private final Shards shards;

	private final ListProperties properties;

	private final Semaphore room;

	private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

	Lists(JdbcClient jdbc, Shards shards, ListProperties properties) {
		this.jdbc = jdbc;
		this.shards = shards;
		this.properties = properties;
		this.room = new Semaphore(properties.writers());
	}

	/**
	 * Enters a dialog, as a rule before this returns; a worker that is away delays it.
	 */
	void enterSoon(Dialog dialog) {
		if (!this.room.tryAcquire()) {
			return;
		}
		try {
			this.writers.submit(() -> enterAndLeaveRoom(dialog))
				.get(this.properties.patience().toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			log.info("Dialog {} comes into lists later: {}", dialog.id(), String.valueOf(ex.getCause()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Enters a dialog, or fails, but not before both lists were tried. */
	void enter(Dialog dialog) {
		try {
			enter(dialog, dialog.low());
		}
		finally {
			enter(dialog, dialog.high());
		}
		this.shards.ofDialog(dialog.id(),
				() -> this.jdbc.sql("UPDATE dialog SET listed = true WHERE dialog_id = :dialog AND NOT listed")
					.param("dialog", dialog.id())
					.update());
	}

	/** The dialogs that wait longest for their entries: each worker is asked. */
	List<Dialog> missing(int limit) {
		return this.jdbc.sql("""
				SELECT user_lo, user_hi FROM dialog WHERE NOT listed AND last_at < now() - make_interval(secs => :wait)
				ORDER BY last_at LIMIT :limit
				""")
			.param("wait", this.properties.patience().toMillis() / 1000.0)
			.param("limit", limit)
			.query((row, number) -> Dialog.between(UserId.of(row.getString("user_lo")),
					UserId.of(row.getString("user_hi"))))
			.list();
	}

	@PreDestroy
	void close() {
		this.writers.shutdownNow();
	}

	private void enterAndLeaveRoom(Dialog dialog) {
		try {
			enter(dialog);
		}
		finally {
			this.room.release();
		}
	}

	private void enter(Dialog dialog, UserId user) {
		this.shards.ofUser(user,
				() -> this.jdbc.sql("""
						INSERT INTO user_dialog (user_id, dialog_id, other_id) VALUES (:user, :dialog, :other)
						ON CONFLICT DO NOTHING
						""")
					.param("user", user.value())
					.param("dialog", dialog.id())
					.param("other", dialog.other(user).value())
					.update());
	}

}
