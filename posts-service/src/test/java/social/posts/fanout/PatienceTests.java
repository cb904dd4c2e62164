package social.posts.fanout;

import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.amqp.AmqpConnectException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PatienceTests {

	private final Patience patience = new Patience();

	@ParameterizedTest
	@MethodSource("away")
	void goesOnAfterAStoreWasAway(RuntimeException away) {
		Iterator<Runnable> outcomes = List.<Runnable>of(() -> {
			throw away;
		}, () -> {
			throw away;
		}, () -> {
		}).iterator();
		this.patience.until(() -> outcomes.next().run());
		assertThat(outcomes).isExhausted();
	}

	@ParameterizedTest
	@MethodSource("away")
	void endsWithItsWorker(RuntimeException away) {
		this.patience.close();
		assertThatThrownBy(() -> this.patience.until(() -> {
			throw away;
		})).isSameAs(away);
	}

	static List<RuntimeException> away() {
		return List.of(new DataAccessResourceFailureException("no connection"), new QueryTimeoutException("too late"),
				new RecoverableDataAccessException("try again"),
				new CannotCreateTransactionException("no connection to begin with"),
				new TransactionSystemException("no connection to commit with"),
				new AmqpConnectException(new java.net.ConnectException()));
	}

}
