/** What a database spread over several machines asks for, harmless where it is one. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package social.dialogs.shard;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
