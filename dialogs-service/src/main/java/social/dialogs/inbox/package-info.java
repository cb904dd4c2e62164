/** Each user's dialogs: the last message of each and what is unread. */
@ApplicationModule(allowedDependencies = "shard")
@NullMarked
package social.dialogs.inbox;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
