/** Which instances of the services there are, and which of them a request is led to. */
@NullMarked
package social.gateway.instance;

import org.jspecify.annotations.NullMarked;
