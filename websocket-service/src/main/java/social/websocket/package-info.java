/** New posts of friends, pushed to every open socket. */
@NullMarked
package social.websocket;

import org.jspecify.annotations.NullMarked;
