/** What a client missed while it was away. */
@ApplicationModule(allowedDependencies = { "change", "session", "socket" })
@NullMarked
package social.websocket.resume;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
