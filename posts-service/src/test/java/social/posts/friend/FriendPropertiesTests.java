package social.posts.friend;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class FriendPropertiesTests {

	@Test
	void haveDefaults() {
		assertThat(bind(Map.of())).isEqualTo(new FriendProperties(10_000));
	}

	@Test
	void takeWhatIsSet() {
		assertThat(bind(Map.of("posts.friend.most", "50")).most()).isEqualTo(50);
	}

	private static FriendProperties bind(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("posts.friend",
				FriendProperties.class);
	}

}
