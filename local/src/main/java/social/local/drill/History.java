package social.local.drill;

import java.util.List;

/**
 * Whom a socket belongs to and what it was told since the load began, over all its
 * connections.
 */
record History(int follower, List<Frame> frames) {
}
