/** What posts-service says has changed, and how clients are told of it. */
@ApplicationModule(allowedDependencies = "socket")
@NullMarked
package social.websocket.change;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
