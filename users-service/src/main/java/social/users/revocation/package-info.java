/**
 * Which sessions have ended before their access tokens did, and how everybody who lets
 * users in hears of it.
 */
@ApplicationModule(allowedDependencies = "token")
@NullMarked
package social.users.revocation;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
