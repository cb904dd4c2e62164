/** The tokens that a login is answered with, and the keys that sign and verify them. */
@ApplicationModule(allowedDependencies = "account")
@NullMarked
package social.users.token;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
