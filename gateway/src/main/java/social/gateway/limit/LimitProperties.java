package social.gateway.limit;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often clients may ask.
 *
 * @param user what one user may ask, of all gateways together
 * @param address what one address may ask
 * @param login how often one address may log in, or try to
 * @param register how often one address may register people
 * @param requests how many requests one user may have under way at once
 * @param bodies how many requests with a body one address may have under way at once
 * @param connections how many connections one address may have at once
 * @param fine the most that a failed login takes of the tries; each in a row takes twice
 * what the one before took
 * @param patience how long Redis may take to answer
 * @param pause how long Redis is left alone after it did not
 * @param remembered of how many users, and addresses, it is remembered what they may
 * @param proxies the networks of proxies whose word on their client's address counts
 */
@ConfigurationProperties("gateway.limit")
record LimitProperties(@DefaultValue("1000 in 2s") Rate user, @DefaultValue("2000 in 2s") Rate address,
		@DefaultValue("30 in 60s") Rate login, @DefaultValue("10 in 50s") Rate register,
		@DefaultValue("64") int requests, @DefaultValue("200") int bodies, @DefaultValue("2000") int connections,
		@DefaultValue("300") int fine, @DefaultValue("150ms") Duration patience, @DefaultValue("1s") Duration pause,
		@DefaultValue("100000") int remembered, @DefaultValue List<Network> proxies) {
}
