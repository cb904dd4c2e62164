package social.local.command;

import java.util.List;

import social.local.client.SigningKeys;
import social.local.mesh.Mesh;
import social.local.mesh.Progress;

/** Changes keys while everything runs. */
sealed interface KeysCommand extends Command {

	static KeysCommand of(Arguments arguments) {
		String what = arguments.word("rotate or replace");
		return switch (what) {
			case "rotate" -> arguments.flag("--passport") ? new Passports() : new Signing(false);
			case "replace" -> new Signing(true);
			default -> throw new WrongUsage("keys: %s (expected: rotate, replace)".formatted(what));
		};
	}

	@Override
	default int run() {
		return run(Running.mesh(Progress.SILENT));
	}

	int run(Mesh mesh);

	/**
	 * Those of access tokens.
	 *
	 * @param all whether all tokens of now are refused
	 */
	record Signing(boolean all) implements KeysCommand {

		@Override
		public int run(Mesh mesh) {
			var keys = SigningKeys.of(mesh);
			SigningKeys.Change change = this.all ? keys.replace() : keys.rotate();
			System.out.printf("Made      %s%nSigns     %s%nPublished %s%n", change.made(), change.signs(),
					String.join(" ", change.published()));
			return 0;
		}

	}

	/** Those of passports. */
	record Passports() implements KeysCommand {

		@Override
		public int run(Mesh mesh) {
			List<String> keys = mesh.rotatePassportKeys();
			System.out.printf("Signs     %s%nKnown     %s%n", keys.getFirst(), String.join(" ", keys));
			return 0;
		}

	}

}
