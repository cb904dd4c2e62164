package social.websocket.dialog;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How it is found out what users have not read.
 *
 * @param questions how many users' counts are asked for at once
 * @param patience how long a question waits for its turn
 */
@Validated
@ConfigurationProperties("websocket.unread")
record UnreadProperties(@DefaultValue("16") @Positive int questions, @DefaultValue("10s") Duration patience) {
}
