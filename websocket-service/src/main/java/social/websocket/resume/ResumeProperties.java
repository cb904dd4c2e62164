package social.websocket.resume;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.Range;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How those who come back are told what they missed.
 *
 * @param page how many changes of one user are fetched at once, and kept until they are
 * read
 * @param questions how many pages are asked for at once
 * @param patience how long a page waits for its turn
 */
@Validated
@ConfigurationProperties("websocket.resume")
record ResumeProperties(@DefaultValue("100") @Range(min = 1, max = 500) int page,
		@DefaultValue("32") @Positive int questions, @DefaultValue("20s") Duration patience) {
}
