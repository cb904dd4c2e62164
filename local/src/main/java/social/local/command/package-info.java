/** The words of {@code ./mesh}: what a person types and what they read. */
@NullMarked
package social.local.command;

import org.jspecify.annotations.NullMarked;
