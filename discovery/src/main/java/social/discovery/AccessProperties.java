package social.discovery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Who may register and read.
 *
 * @param user the one name
 * @param password without one it does not start
 */
@ConfigurationProperties("discovery")
record AccessProperties(@DefaultValue("otus-social") String user, @DefaultValue("") String password) {

	AccessProperties {
		Assert.hasText(password, "discovery.password: absent (expected: a password)");
	}

}
