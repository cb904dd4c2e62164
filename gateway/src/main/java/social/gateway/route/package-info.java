/** The way through Spring Cloud Gateway, without what no request here needs. */
@NullMarked
package social.gateway.route;

import org.jspecify.annotations.NullMarked;
