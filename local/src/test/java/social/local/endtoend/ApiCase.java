package social.local.endtoend;

import java.util.function.Function;

/**
 * One request that provokes a status which the contract declares.
 *
 * @param operation method and path as in the contract
 * @param what what is special about the request
 */
record ApiCase(String operation, int status, String what, Function<Client, Answer> request) {

	@Override
	public String toString() {
		return "%s: %d for %s".formatted(this.operation, this.status, this.what);
	}

}
