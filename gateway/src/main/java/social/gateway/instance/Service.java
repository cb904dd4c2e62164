package social.gateway.instance;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.resilience4j.bulkhead.Bulkhead;
import org.jspecify.annotations.Nullable;

/** A service with those of its instances that are known. */
final class Service {

	private final Bulkhead bulkhead;

	private final AtomicInteger turn = new AtomicInteger();

	private volatile List<Instance> instances = List.of();

	Service(Bulkhead bulkhead) {
		this.bulkhead = bulkhead;
	}

	/** Lets in as many requests as may wait for a service; each has to leave again. */
	void enter() {
		this.bulkhead.acquirePermission();
	}

	void leave() {
		this.bulkhead.onComplete();
	}

	List<Instance> instances() {
		return this.instances;
	}

	void instances(List<Instance> instances) {
		this.instances = instances;
	}

	/**
	 * The one with the fewest requests under way that may be asked, in turn among equals:
	 * rather one that was not tried yet, and rather one that can be reached. Of those
	 * that were tried, one that only said no may say yes the next time.
	 * @throws NoInstance if there is none
	 * @throws LeftAlone if none may be asked
	 */
	Instance next(Collection<Instance> tried) {
		List<Instance> all = this.instances;
		if (all.isEmpty()) {
			throw new NoInstance();
		}
		int first = Math.floorMod(this.turn.getAndIncrement(), all.size());
		for (var choice : Choice.values()) {
			Instance found = find(all, first, choice, tried);
			if (found != null) {
				return found;
			}
		}
		throw new LeftAlone();
	}

	private static @Nullable Instance find(List<Instance> all, int first, Choice choice, Collection<Instance> tried) {
		Instance found = null;
		for (int i = 0; i < all.size(); i++) {
			Instance instance = all.get((first + i) % all.size());
			if (choice.includes(instance, tried) && (found == null || instance.isLessBusyThan(found))
					&& instance.mayBeAsked()) {
				if (found != null) {
					found.left();
				}
				found = instance;
			}
		}
		return found;
	}

	/** From the best to the worst. */
	private enum Choice {

		REACHABLE, UNTRIED, ONCE_REACHED, ANY;

		boolean includes(Instance instance, Collection<Instance> tried) {
			return switch (this) {
				case REACHABLE -> instance.isReachable() && !tried.contains(instance);
				case UNTRIED -> !tried.contains(instance);
				case ONCE_REACHED -> instance.isReachable();
				case ANY -> true;
			};
		}

	}

}
