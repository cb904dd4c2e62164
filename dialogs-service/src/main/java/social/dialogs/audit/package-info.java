/** Compares what is written down about dialogs with the messages themselves. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package social.dialogs.audit;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
