package social.local.process;

/** Something else listens where a part of the mesh has to. */
public class PortBusy extends Trouble {

	private static final long serialVersionUID = 1L;

	public PortBusy(String name, int port) {
		super("port %d is busy: stop what listens there, or give %s another with --port %s=PORT".formatted(port, name,
				name));
	}

}
