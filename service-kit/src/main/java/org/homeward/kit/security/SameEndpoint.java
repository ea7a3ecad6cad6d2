package org.homeward.kit.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Makes sure that the handler chosen is the endpoint that was decided about. They agree as long as
 * handlers are told apart by method and path only; one told apart by a header would slip through.
 */
final class SameEndpoint implements HandlerInterceptor {

    static final String DECIDED = SameEndpoint.class.getName();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return true;
        }
        Object chosen = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (request.getAttribute(DECIDED) instanceof Endpoint decided
                && decided.isPath(String.valueOf(chosen))) {
            return true;
        }
        throw new AccessDeniedException("another endpoint than the one decided about");
    }
}
