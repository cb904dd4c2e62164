/** Who follows whom. */
@ApplicationModule(allowedDependencies = "event")
@NullMarked
package social.posts.friend;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
