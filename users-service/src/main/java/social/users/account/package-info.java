/**
 * The people: how they register, what others see of them, and whether a password is
 * theirs.
 */
@ApplicationModule(allowedDependencies = "password")
@NullMarked
package social.users.account;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
