/** The feed workers: what brings new posts into the feeds of the authors' followers. */
@ApplicationModule(allowedDependencies = { "broker", "feed", "friend", "post" })
@NullMarked
package social.posts.fanout;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
