package social.local.command;

import social.local.process.Trouble;

/** The words of a command make no sense. */
class WrongUsage extends Trouble {

	private static final long serialVersionUID = 1L;

	WrongUsage(String message) {
		super(message);
	}

}
