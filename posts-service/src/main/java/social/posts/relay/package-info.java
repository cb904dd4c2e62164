/** Brings the log of changes to the broker: in order, at least once, by one at a time. */
@ApplicationModule(allowedDependencies = { "event", "broker" })
@NullMarked
package social.posts.relay;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
