/**
 * What a password becomes before it is kept, and how much of that work is done at once.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package social.users.password;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
