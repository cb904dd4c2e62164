package social.local.command;

import social.local.process.Trouble;

/** Where {@code ./mesh} begins. */
public final class Main {

	private Main() {
	}

	/** Does what the words say and ends with 0; 1 is trouble, 2 a misunderstanding. */
	public static void main(String[] words) {
		System.exit(run(words));
	}

	static int run(String... words) {
		try {
			var arguments = new Arguments(words);
			Command command = command(arguments.word("a command"), arguments);
			arguments.end();
			return command.run();
		}
		catch (WrongUsage wrong) {
			System.err.println("mesh: " + wrong.getMessage() + "\n\n" + Text.usage());
			return 2;
		}
		catch (Trouble trouble) {
			System.err.println("mesh: " + trouble.getMessage());
			return 1;
		}
	}

	private static Command command(String name, Arguments arguments) {
		return switch (name) {
			case "up" -> Up.of(arguments);
			case "down" -> new Down(arguments.flag("--wipe"));
			case "status" -> new Status();
			case "logs" -> new Logs(arguments.flag("-f"), arguments.word("NAME"));
			case "restart" -> new Restart(arguments.word("NAME"));
			case "kill" -> new Kill(arguments.word("NAME"));
			case "batch" -> new Batch(arguments.flag("off"));
			case "seed" -> Seed.of(arguments);
			case "feeds" -> FeedsCommand.of(arguments);
			case "dialogs" -> DialogsAudit.of(arguments);
			case "dlq" -> DeadLetterCommand.of(arguments);
			case "keys" -> KeysCommand.of(arguments);
			case "drill" -> Drilling.of(arguments);
			case "roll" -> Rolling.of(arguments);
			case "bench" -> Benching.of(arguments);
			default -> throw new WrongUsage("no such command: " + name);
		};
	}

}
