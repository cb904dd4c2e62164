package social.gateway.limit;

import java.time.Duration;

/**
 * What was taken out of a bucket.
 *
 * @param granted how many tokens; 0 if there was none
 * @param left how many are left
 * @param pause how long it takes until there is one again, if there is none
 */
record Taken(int granted, int left, Duration pause) {

	boolean isRefused() {
		return this.granted == 0;
	}

}
