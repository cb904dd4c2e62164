package social.dialogs.dialog;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Looks now and then for dialogs that are not in the lists of both, and enters them. Any
 * number of instances may.
 */
@Component
@EnableScheduling
@EnableConfigurationProperties(ListProperties.class)
class ListRepair implements SchedulingConfigurer {

	private static final Logger log = LoggerFactory.getLogger(ListRepair.class);

	private final Lists lists;

	private final ListProperties properties;

	ListRepair(Lists lists, ListProperties properties) {
		this.lists = lists;
		this.properties = properties;
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addFixedDelayTask(new FixedDelayTask(this::repair, this.properties.repair(), this.properties.repair()));
	}

	private void repair() {
		try {
			this.lists.missing(this.properties.batch()).forEach(this::enter);
		}
		catch (RuntimeException ex) {
			log.info("Lists are not complete yet: {}", ex.getMessage());
		}
	}

	// the oldest may be the one that can't be entered: those behind it still are
	private void enter(Dialog dialog) {
		try {
			this.lists.enter(dialog);
		}
		catch (RuntimeException ex) {
			log.info("Dialog {} is not in the lists of both yet: {}", dialog.id(), ex.getMessage());
		}
	}

}
