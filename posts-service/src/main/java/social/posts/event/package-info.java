/**
 * The log of all changes: written in the transaction that makes the change, and kept for
 * whoever missed something.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package social.posts.event;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
