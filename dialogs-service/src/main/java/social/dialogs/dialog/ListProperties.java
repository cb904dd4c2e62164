package social.dialogs.dialog;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How new dialogs come into people's lists.
 *
 * @param writers how many are entered at once; beyond that they come later
 * @param patience how long who sends waits for it
 * @param repair the pause between two searches for those that are missing
 * @param batch how many of them are entered then
 */
@Validated
@ConfigurationProperties("dialogs.list")
record ListProperties(@DefaultValue("64") @Positive int writers, @DefaultValue("1s") Duration patience,
		@DefaultValue("10s") Duration repair, @DefaultValue("500") @Positive int batch) {
}
