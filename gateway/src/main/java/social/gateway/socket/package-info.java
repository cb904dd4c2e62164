/** The WebSocket leg. */
@NullMarked
package social.gateway.socket;

import org.jspecify.annotations.NullMarked;
