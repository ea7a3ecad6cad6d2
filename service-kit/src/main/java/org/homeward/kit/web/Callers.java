package org.homeward.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Admission;
import org.homeward.kit.security.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives reads the {@link Actor} who calls and the {@link Scope} to read in. */
final class Callers implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class
                || parameter.getParameterType() == Scope.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        Admission admission = Admission.of((HttpServletRequest) web.getNativeRequest());
        return parameter.getParameterType() == Actor.class ? admission.actor() : admission.scope();
    }
}
