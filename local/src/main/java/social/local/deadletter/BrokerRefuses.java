package social.local.deadletter;

import social.local.process.Trouble;

/** The broker does not do what it is asked for. */
public class BrokerRefuses extends Trouble {

	private static final long serialVersionUID = 1L;

	BrokerRefuses(Exception cause) {
		super("the broker refuses: " + ((cause.getMessage() != null) ? cause.getMessage() : cause));
	}

}
