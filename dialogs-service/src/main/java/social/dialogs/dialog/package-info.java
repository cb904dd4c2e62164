/** One dialog for each two people: what they wrote, in one order, and what is unread. */
@ApplicationModule(allowedDependencies = { "hint", "receiver", "shard" })
@NullMarked
package social.dialogs.dialog;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
