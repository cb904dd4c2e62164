package social.websocket;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

class ModuleStructureTests {

	@Test
	void packagesUseOnlyWhatTheySay() {
		ApplicationModules.of(WebsocketApplication.class).verify();
	}

}
