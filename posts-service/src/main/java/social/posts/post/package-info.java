/** What people wrote. */
@ApplicationModule(allowedDependencies = "event")
@NullMarked
package social.posts.post;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
