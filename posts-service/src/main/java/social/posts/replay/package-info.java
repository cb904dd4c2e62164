/** Whom somebody followed when, and what they missed while they were away. */
@ApplicationModule(allowedDependencies = { "event", "friend" })
@NullMarked
package social.posts.replay;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
