/** The way to the message broker: topics, queues, and its word on each message. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package social.posts.broker;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
