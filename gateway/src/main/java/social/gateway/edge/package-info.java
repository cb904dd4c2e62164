/**
 * What holds for every request: its id, its size, its headers, and one body for every
 * failure.
 */
@NullMarked
package social.gateway.edge;

import org.jspecify.annotations.NullMarked;
