/** The register of the mesh: who is there and where. */
@NullMarked
package social.discovery;

import org.jspecify.annotations.NullMarked;
