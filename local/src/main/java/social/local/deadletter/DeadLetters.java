package social.local.deadletter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;

import social.backing.Login;

/** The broker's dead letters, seen and moved with the mesh's own account. */
public final class DeadLetters implements AutoCloseable {

	private static final int TIMEOUT = 5_000;

	private static final int NO_SUCH_QUEUE = 404;

	private final Connection connection;

	private DeadLetters(Connection connection) {
		this.connection = connection;
	}

	/** Connects to a broker on this machine. */
	public static DeadLetters at(int port, Login login) {
		// the client has little to say, and there is no log to say it to
		System.setProperty("slf4j.internal.verbosity", "ERROR");
		var factory = new ConnectionFactory();
		factory.setHost("127.0.0.1");
		factory.setPort(port);
		factory.setUsername(login.user());
		factory.setPassword(login.password());
		factory.setConnectionTimeout(TIMEOUT);
		factory.setAutomaticRecoveryEnabled(false);
		try {
			return new DeadLetters(factory.newConnection("mesh"));
		}
		catch (IOException | TimeoutException ex) {
			throw new BrokerRefuses(ex);
		}
	}

	/** How many wait in a queue; none where the queue is not there yet. */
	public long count(DeadLetterQueue queue) {
		try (Channel channel = this.connection.createChannel()) {
			return channel.queueDeclarePassive(queue.name()).getMessageCount();
		}
		catch (IOException ex) {
			if (ex.getCause() instanceof ShutdownSignalException closed
					&& closed.getReason() instanceof AMQP.Channel.Close close
					&& close.getReplyCode() == NO_SUCH_QUEUE) {
				return 0;
			}
			throw new BrokerRefuses(ex);
		}
		catch (TimeoutException ex) {
			throw new BrokerRefuses(ex);
		}
	}

	/** The first of those that wait; they stay. */
	public List<DeadLetter> first(DeadLetterQueue queue, int most) {
		long count = Math.min(count(queue), most);
		var letters = new ArrayList<DeadLetter>();
		try (Channel channel = this.connection.createChannel()) {
			// what is taken and not acknowledged goes back with the end of the channel
			for (int i = 0; i < count; i++) {
				GetResponse message = channel.basicGet(queue.name(), false);
				if (message == null) {
					break;
				}
				letters.add(DeadLetter.of(message));
			}
			return letters;
		}
		catch (IOException | TimeoutException ex) {
			throw new BrokerRefuses(ex);
		}
	}

	/**
	 * Moves as many as wait now back to where they came from, each only once the broker
	 * has it safe there: at any end one of them may be in both queues, and none in
	 * neither.
	 * @return how many moved
	 */
	public long replay(DeadLetterQueue queue) {
		long count = count(queue);
		try (Channel channel = this.connection.createChannel()) {
			channel.confirmSelect();
			var returned = new AtomicBoolean();
			channel.addReturnListener((message) -> returned.set(true));
			for (long moved = 0; moved < count; moved++) {
				GetResponse message = channel.basicGet(queue.name(), false);
				if (message == null) {
					return moved;
				}
				channel.basicPublish("", queue.origin(), true, DeadLetter.alive(message.getProps()), message.getBody());
				channel.waitForConfirmsOrDie(TIMEOUT);
				if (returned.get()) {
					throw new BrokerRefuses(new IOException("no queue is named " + queue.origin()));
				}
				channel.basicAck(message.getEnvelope().getDeliveryTag(), false);
			}
			return count;
		}
		catch (IOException | TimeoutException ex) {
			throw new BrokerRefuses(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new BrokerRefuses(ex);
		}
	}

	@Override
	public void close() {
		this.connection.abort(TIMEOUT);
	}

}
