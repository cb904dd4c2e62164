package social.local.mesh;

/**
 * What stops when: the last stage first, so that nobody loses what they lean on.
 */
enum Stage {

	SERVERS, DISCOVERY, GATEWAY, SERVICES

}
