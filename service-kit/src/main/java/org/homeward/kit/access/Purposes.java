package org.homeward.kit.access;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the {@link Purpose} of a read. */
final class Purposes implements HandlerMethodArgumentResolver {

    static final String HEADER = "Homeward-Purpose";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Purpose.class;
    }

    @Override
    public Purpose resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        ForPurpose allowed =
                Objects.requireNonNull(
                        parameter.getParameterAnnotation(ForPurpose.class),
                        "a Purpose argument needs @ForPurpose");
        List<String> codes = List.of(allowed.value());
        String purpose = web.getHeader(HEADER);
        if (purpose == null || !codes.contains(purpose)) {
            throw new PurposeRequired(codes);
        }
        return new Purpose(purpose);
    }
}
