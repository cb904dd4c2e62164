package social.gateway.revocation;

import org.springframework.stereotype.Component;

import social.gateway.edge.BeforeOpening;

/** Asks once more which sessions have ended: to warm up takes its time. */
@Component
class LatestRevocations extends BeforeOpening {

	private final RevocationPoll poll;

	LatestRevocations(RevocationPoll poll) {
		super(Step.REVOCATIONS);
		this.poll = poll;
	}

	@Override
	protected void prepare() {
		this.poll.question().block();
	}

}
