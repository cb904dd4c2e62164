/** Sessions that have ended: what is still open of them is closed. */
@ApplicationModule(allowedDependencies = "socket")
@NullMarked
package social.websocket.revocation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
