package social.dialogs;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that keeps what people write to each other. */
@SpringBootApplication
public class DialogsApplication {

	/** Starts the service. */
	public static void main(String[] args) {
		SpringApplication.run(DialogsApplication.class, args);
	}

}
