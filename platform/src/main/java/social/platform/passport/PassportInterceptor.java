package social.platform.passport;

import java.io.IOException;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

import social.platform.request.RequestIds;

/**
 * Sends this service's passport and the current request's id with a call to another
 * service. It must come before the load balancer, while the address still names the
 * service.
 */
public class PassportInterceptor implements ClientHttpRequestInterceptor {

	private final Passports passports;

	PassportInterceptor(Passports passports) {
		this.passports = passports;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		request.getHeaders().set(Passport.HEADER, this.passports.mint(request.getURI().getHost()));
		String requestId = RequestIds.current();
		if (requestId != null) {
			request.getHeaders().set(RequestIds.HEADER, requestId);
		}
		return execution.execute(request, body);
	}

}
