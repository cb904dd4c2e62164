/** The access tokens of sessions, and the keys that sign and verify them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package social.users.token;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
