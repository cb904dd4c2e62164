/** Messages of dialogs, and how many of them are unread. */
@ApplicationModule(allowedDependencies = { "session", "socket" })
@NullMarked
package social.websocket.dialog;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
