package social.websocket.session;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How users who connect are brought up to date.
 *
 * @param tail how many news are kept for those whose friends are still being asked for,
 * and for those who come back
 * @param tailSize how much memory they may take
 * @param questions how many users' friends are asked for at once
 * @param patience how long one who connects waits, for the changes to flow and for a turn
 * to ask
 * @param linger how long it is remembered whom a user follows who has left
 * @param lingering of how many such users
 * @param lingeringAuthors how many authors they may follow, all together
 */
@Validated
@ConfigurationProperties("websocket.audience")
record AudienceProperties(@DefaultValue("4096") @Positive int tail, @DefaultValue("32MB") DataSize tailSize,
		@DefaultValue("32") @Positive int questions, @DefaultValue("5s") Duration patience,
		@DefaultValue("1m") Duration linger, @DefaultValue("4096") @PositiveOrZero int lingering,
		@DefaultValue("400000") @PositiveOrZero long lingeringAuthors) {
}
