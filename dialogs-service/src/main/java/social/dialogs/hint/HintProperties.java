package social.dialogs.hint;

import java.time.Duration;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How hints leave.
 *
 * @param waiting how many may wait or be on their way; beyond that the oldest are dropped
 * @param waitingBytes how large they may be together
 * @param batch how many leave together at most
 * @param confirmTimeout how long the broker may take to confirm a batch
 * @param retry the pause after a failure
 */
@Validated
@ConfigurationProperties("dialogs.hint")
record HintProperties(@DefaultValue("10000") @Positive int waiting, @DefaultValue("16MB") DataSize waitingBytes,
		@DefaultValue("500") @Positive int batch, @DefaultValue("5s") Duration confirmTimeout,
		@DefaultValue("500ms") Duration retry) {
}
