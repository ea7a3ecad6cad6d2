package org.homeward.kit.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code ?limit=&cursor=}. */
final class Pages implements HandlerMethodArgumentResolver {

    static final int USUAL = 50;
    static final int MOST = 100;
    private static final int LONGEST_CURSOR = 200;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        String limit = web.getParameter("limit");
        String cursor = web.getParameter("cursor");
        if (cursor != null && (cursor.isEmpty() || cursor.length() > LONGEST_CURSOR)) {
            throw new InvalidCursor();
        }
        return new PageRequest(limit == null ? USUAL : limit(limit), cursor);
    }

    private static int limit(String text) {
        if (text.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw new InvalidParameter("limit", "must be a whole number from 1 to " + MOST);
    }
}
