package org.homeward.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.homeward.kit.web.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Which web pages a browser lets read the answers: those of the configured origins, by default
 * none. They use tokens; cookies are never taken.
 */
final class Origins implements CorsConfigurationSource {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Set<String> allowed;

    /**
     * @param allowed scheme, host and port as browsers write them
     */
    Origins(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** Null for every origin that is not allowed: it is answered as if it had said nothing. */
    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !allowed.contains(origin)) {
            return null;
        }
        CorsConfiguration answer = new CorsConfiguration();
        answer.addAllowedOrigin(origin);
        answer.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        answer.setAllowedHeaders(
                List.of(
                        HttpHeaders.AUTHORIZATION,
                        HttpHeaders.CONTENT_TYPE,
                        HttpHeaders.IF_MATCH,
                        "Idempotency-Key",
                        "Homeward-Purpose",
                        "Correlation-Id"));
        answer.setExposedHeaders(
                List.of(
                        HttpHeaders.ETAG,
                        HttpHeaders.LOCATION,
                        HttpHeaders.RETRY_AFTER,
                        "Correlation-Id",
                        Table.NEXT));
        answer.setMaxAge(REMEMBERED);
        return answer;
    }
}
