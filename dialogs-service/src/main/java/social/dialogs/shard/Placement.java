package social.dialogs.shard;

import java.util.Map.Entry;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;

/**
 * Which worker holds what of a table.
 *
 * @param workers the numbers of the workers, each by the least hash of a shard that it
 * holds; empty where nothing is spread
 */
record Placement(NavigableMap<Integer, Integer> workers) {

	/** The worker that holds the rows of a key, if they are spread at all. */
	Optional<Integer> worker(UUID key) {
		return Optional.ofNullable(this.workers.floorEntry(UuidHash.of(key))).map(Entry::getValue);
	}

}
