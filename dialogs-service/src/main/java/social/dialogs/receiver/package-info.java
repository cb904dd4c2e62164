/** Who can be written to, as users-service knows it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package social.dialogs.receiver;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
