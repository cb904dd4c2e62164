/**
 * What an operator may ask of the cached feeds: which there are, whether they are true,
 * to build them anew.
 */
@ApplicationModule(allowedDependencies = { "broker", "feed", "post" })
@NullMarked
package social.posts.upkeep;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
