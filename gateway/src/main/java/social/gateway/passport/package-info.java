/**
 * The internal token with which every request reaches a service: minted here, accepted
 * there.
 */
@NullMarked
package social.gateway.passport;

import org.jspecify.annotations.NullMarked;
