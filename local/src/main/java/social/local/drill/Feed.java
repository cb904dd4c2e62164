package social.local.drill;

import java.util.List;

/** The posts in somebody's feed, by number, newest first. */
record Feed(int follower, List<Integer> posts) {
}
