/**
 * PostgreSQL, Redis and RabbitMQ: containers for tests where an engine holds the images,
 * private processes everywhere else and in the local mesh.
 */
@NullMarked
package social.backing;

import org.jspecify.annotations.NullMarked;
