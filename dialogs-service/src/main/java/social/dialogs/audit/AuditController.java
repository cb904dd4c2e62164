package social.dialogs.audit;

import java.util.List;
import java.util.UUID;

import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator's command check all dialogs, page by page. */
@RestController
class AuditController {

	private static final UUID BEFORE_ALL = new UUID(0, 0);

	private final Audit audit;

	AuditController(Audit audit) {
		this.audit = audit;
	}

	@GetMapping("/internal/dialogs/audit")
	Page audit(@RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "500") @Range(min = 1,
			max = 1000, message = "${validatedValue} (expected: {min}..{max})") int limit) {
		List<UUID> dialogs = this.audit.dialogs((after != null) ? after : BEFORE_ALL, limit);
		return new Page(dialogs.size(), (dialogs.size() == limit) ? dialogs.getLast() : null,
				this.audit.differences(dialogs));
	}

	record Page(int checked, @Nullable UUID next, List<Difference> differences) {
	}

}
