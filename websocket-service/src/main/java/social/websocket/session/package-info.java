/** Who is connected here, and whom they follow. */
@ApplicationModule(allowedDependencies = "socket")
@NullMarked
package social.websocket.session;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
