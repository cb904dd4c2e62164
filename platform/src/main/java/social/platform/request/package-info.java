/** What comes in: the request's id and the text that it may hold. */
@NullMarked
package social.platform.request;

import org.jspecify.annotations.NullMarked;
