/**
 * What a person's friends wrote, newest first: kept ready in Redis, true in Postgres.
 * <p>
 * Of the cached feed three things are certain. It may vanish at any moment, and costs a
 * read from Postgres then. What it holds beyond the truth drops out at the read. It lacks
 * nothing of the truth for longer than a change is on its way.
 */
@ApplicationModule(allowedDependencies = { "post", "friend", "event" })
@NullMarked
package social.posts.feed;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
