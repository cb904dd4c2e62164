package social.users;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/** The packages know of each other what they declare, and nothing else. */
class ModuleStructureTests {

	@Test
	void everyPackageKeepsToWhatItDeclares() {
		ApplicationModules.of(UsersApplication.class).verify();
	}

}
