package social.websocket.socket;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of every socket.
 *
 * @param waitingFrames how many frames may wait for a slow reader
 * @param waitingBytes how much they may take together
 * @param sendTimeout how long a frame, or 8 KB of a longer one, may take to be sent
 * @param closeTimeout how long the other side may take to answer a farewell
 * @param ping how often the other side has to show that it is there
 * @param missedPongs how many pings in a row may stay without an answer
 * @param sweep how often all sockets are looked after
 * @param inbound the longest message that a client may send, in characters
 */
@Validated
@ConfigurationProperties("websocket.socket")
record SocketProperties(@DefaultValue("256") @Positive int waitingFrames, @DefaultValue("256KB") DataSize waitingBytes,
		@DefaultValue("10s") Duration sendTimeout, @DefaultValue("5s") Duration closeTimeout,
		@DefaultValue("25s") Duration ping, @DefaultValue("2") @Positive int missedPongs,
		@DefaultValue("1s") Duration sweep, @DefaultValue("1024") @Positive int inbound) {
}
