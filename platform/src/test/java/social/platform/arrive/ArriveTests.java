package social.platform.arrive;

import java.time.Duration;

import com.netflix.appinfo.ApplicationInfoManager;
import com.netflix.appinfo.InstanceInfo;
import com.netflix.appinfo.InstanceInfo.InstanceStatus;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.commons.util.InetUtils;
import org.springframework.cloud.commons.util.InetUtilsProperties;
import org.springframework.cloud.netflix.eureka.EurekaInstanceConfigBean;
import org.springframework.cloud.netflix.eureka.InstanceInfoFactory;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class ArriveTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ArriveAutoConfiguration.class));

	@Test
	void isOfferedToOthersWhenItIsReadyAndNotBefore() {
		this.runner.withBean(ApplicationInfoManager.class, ArriveTests::starting).run((context) -> {
			InstanceInfo instance = context.getBean(ApplicationInfoManager.class).getInfo();
			assertThat(instance.getStatus()).isEqualTo(InstanceStatus.STARTING);
			context.publishEvent(ready(context.getSourceApplicationContext()));
			assertThat(instance.getStatus()).isEqualTo(InstanceStatus.UP);
		});
	}

	@Test
	void needsNoRegistry() {
		this.runner.run((context) -> {
			context.publishEvent(ready(context.getSourceApplicationContext()));
			assertThat(context).hasNotFailed();
		});
	}

	private static ApplicationInfoManager starting() {
		var config = new EurekaInstanceConfigBean(new InetUtils(new InetUtilsProperties()));
		return new ApplicationInfoManager(config, new InstanceInfoFactory().create(config));
	}

	private static ApplicationReadyEvent ready(ConfigurableApplicationContext context) {
		return new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO);
	}

}
