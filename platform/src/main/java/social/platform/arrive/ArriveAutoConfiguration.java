package social.platform.arrive;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/**
 * Tells the registry that an instance can be asked when it is ready, and not when its
 * port opens: the first requests would wait for all that is still to start.
 * {@code eureka.instance.initial-status} holds for the time between.
 */
@AutoConfiguration
class ArriveAutoConfiguration {

	@Bean
	ApplicationListener<ApplicationReadyEvent> arrival(ObjectProvider<ApplicationInfoManager> registry) {
		return (ready) -> registry.ifAvailable((manager) -> manager.setInstanceStatus(InstanceStatus.UP));
	}

}
