package social.websocket.resume;

import java.util.List;

import social.websocket.change.Change;

/**
 * A part of what a user missed.
 *
 * @param until nothing is left out up to this position
 * @param changes what concerns the user, in order
 */
record Page(long until, List<Change> changes) {
}
