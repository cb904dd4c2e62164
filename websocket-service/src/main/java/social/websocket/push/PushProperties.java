package social.websocket.push;

import java.time.Duration;

import org.hibernate.validator.constraints.Range;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How missed changes are made up for.
 *
 * @param page how many changes are fetched from the log at once; posts-service gives 500
 * at most
 * @param pause how long to wait before the log is asked again for what it did not have
 * @param patience how long that goes on before the changes are given up
 */
@Validated
@ConfigurationProperties("websocket.push")
record PushProperties(@DefaultValue("500") @Range(min = 1, max = 500) int page, @DefaultValue("100ms") Duration pause,
		@DefaultValue("30s") Duration patience) {
}
