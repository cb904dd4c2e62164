package social.platform.passport;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands {@link CurrentUser} and {@link Passport} to controllers. */
class PassportArguments implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Passport.class || parameter.hasParameterAnnotation(CurrentUser.class);
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		if (!(request.getUserPrincipal() instanceof Passport passport)) {
			throw new NotLoggedIn();
		}
		if (parameter.getParameterType() == Passport.class) {
			return passport;
		}
		UserId user = passport.user();
		if (user == null) {
			throw new NotLoggedIn();
		}
		return user;
	}

}
