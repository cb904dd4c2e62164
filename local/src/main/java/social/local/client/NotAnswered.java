package social.local.client;

import social.local.process.Trouble;

/** A request that the whole depends on was not done. */
public class NotAnswered extends Trouble {

	private static final long serialVersionUID = 1L;

	NotAnswered(String what, Reply reply) {
		super("%s: %d %s".formatted(what, reply.status(), reply.body()));
	}

}
