/** What the gateway does with its own requests before it takes those of clients. */
@NullMarked
package social.gateway.warmup;

import org.jspecify.annotations.NullMarked;
