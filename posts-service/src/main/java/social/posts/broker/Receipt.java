package social.posts.broker;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CorrelationData;

/** What the broker will say of one message. */
record Receipt(Letter letter, CorrelationData correlation) {

	/**
	 * Waits for it.
	 * @throws AmqpException if the message is not safe in a queue
	 */
	void await(long deadline) {
		try {
			var confirm = this.correlation.getFuture().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
			if (!confirm.ack()) {
				throw new AmqpException("The broker refused a message: " + confirm.reason());
			}
			if (this.letter.needed() && this.correlation.getReturned() != null) {
				throw new AmqpException("No queue takes " + this.letter.key());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AmqpException("Interrupted while messages were not confirmed", ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new AmqpException("The broker does not confirm", ex);
		}
	}

}
