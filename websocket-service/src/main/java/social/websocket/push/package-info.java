/** Changes in, each once and in order; frames out. */
@ApplicationModule(allowedDependencies = { "change", "session", "socket" })
@NullMarked
package social.websocket.push;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
