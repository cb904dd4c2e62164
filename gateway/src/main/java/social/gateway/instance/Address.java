package social.gateway.instance;

import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;

/** Where an instance listens. */
record Address(String host, int port) implements Comparable<Address> {

	static Address of(ServiceInstance instance) {
		return new Address(instance.getHost(), instance.getPort());
	}

	static Address parse(String text) {
		int colon = text.lastIndexOf(':');
		return new Address(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
	}

	ServiceInstance as(String service) {
		return new DefaultServiceInstance(service + " " + this, service, this.host, this.port, false);
	}

	@Override
	public int compareTo(Address other) {
		return toString().compareTo(other.toString());
	}

	@Override
	public String toString() {
		return this.host + ":" + this.port;
	}

}
