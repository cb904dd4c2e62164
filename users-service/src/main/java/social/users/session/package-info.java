/** Logins: how they begin, are prolonged and end. */
@ApplicationModule(allowedDependencies = { "account", "token", "revocation" })
@NullMarked
package social.users.session;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
