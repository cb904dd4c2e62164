package social.websocket.dialog;

import java.time.Instant;
import java.util.UUID;

import social.platform.passport.UserId;

/** Somebody wrote to somebody, as dialogs-service says it. */
record MessageSent(UUID messageId, long seq, UserId fromUserId, UserId toUserId, String text, long unread, Instant at) {
}
