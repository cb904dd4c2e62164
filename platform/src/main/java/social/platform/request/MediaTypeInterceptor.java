package social.platform.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a body of any type whatever, which the framework takes for a fault of ours. */
class MediaTypeInterceptor implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws HttpMediaTypeNotSupportedException {
		String type = request.getContentType();
		if (type != null && type.contains("*")) {
			throw new HttpMediaTypeNotSupportedException("Content-Type: %.64s (expected: one type)".formatted(type));
		}
		return true;
	}

}
