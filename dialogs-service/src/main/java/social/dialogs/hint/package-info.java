/**
 * What others hear of a new message the moment it is there, if they hear of it at all.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package social.dialogs.hint;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
