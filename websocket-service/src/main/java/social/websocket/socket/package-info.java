/** One open WebSocket: handshake, sending without waiting, heartbeat, farewell. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package social.websocket.socket;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
