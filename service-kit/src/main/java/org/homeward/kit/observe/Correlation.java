package org.homeward.kit.observe;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id that its answer, its log lines and a report of a user share: the header
 * {@code Correlation-Id} of the caller when it is a UUID, else a random one.
 */
public final class Correlation extends OncePerRequestFilter {

    public static final String HEADER = "Correlation-Id";

    private static final String NAME = "correlation";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = uuid(request.getHeader(HEADER)).toString();
        request.setAttribute(NAME, id);
        response.setHeader(HEADER, id);
        MDC.put(NAME, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(NAME);
        }
    }

    /** The id of a request; a random one where the filter was not. */
    public static String of(ServletRequest request) {
        return request.getAttribute(NAME) instanceof String id ? id : UUID.randomUUID().toString();
    }

    private static UUID uuid(@Nullable String header) {
        try {
            return header == null ? UUID.randomUUID() : UUID.fromString(header);
        } catch (IllegalArgumentException other) {
            return UUID.randomUUID();
        }
    }
}
