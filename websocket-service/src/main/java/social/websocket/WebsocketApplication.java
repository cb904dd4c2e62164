package social.websocket;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service that pushes new posts to those who follow their authors. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class WebsocketApplication {

	/** Starts the service. */
	public static void main(String[] args) {
		SpringApplication.run(WebsocketApplication.class, args);
	}

}
