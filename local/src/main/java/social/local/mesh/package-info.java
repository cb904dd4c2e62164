/**
 * The mesh on this machine: its parts, how they find each other, how they start and end.
 */
@NullMarked
package social.local.mesh;

import org.jspecify.annotations.NullMarked;
