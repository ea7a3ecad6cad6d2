package org.homeward.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Reads the body of an admitted request into memory, never more of it than the limit, whether its
 * length was announced or not. A body is UTF-8 or is refused here (NUL betrays UTF-16 and 32): no
 * parser gets to guess. Of those beyond the usual limit a few are in memory at once: it takes a
 * body several times, as bytes, as text and as what the text holds.
 */
final class BodyFilter extends OncePerRequestFilter {

    /** With a body of 6 MB each, and an image being made beside them, within 230 MB of heap. */
    static final int LARGE_AT_ONCE = 4;

    private static final int TRY_AGAIN = 5;

    private final Semaphore large = new Semaphore(LARGE_AT_ONCE);
    private final int usual;
    private final Map<PathPattern, Integer> larger;
    private final ProblemWriter problems;

    BodyFilter(WebSettings settings, ProblemWriter problems) {
        this.usual = bytes(settings.maxBody());
        this.larger =
                settings.largerBodies().entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        one ->
                                                PathPatternParser.defaultInstance.parse(
                                                        one.getKey()),
                                        one -> bytes(one.getValue())));
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = limit(request);
        if (!mayBeLarge(request, limit)) {
            read(request, response, chain, limit);
        } else if (large.tryAcquire()) {
            try {
                read(request, response, chain, limit);
            } finally {
                large.release();
            }
        } else {
            var busy = "Other large bodies are being worked on.";
            problems.write(request, response, new Unavailable(busy, TRY_AGAIN));
        }
    }

    /** One whose length is not announced may be as large as is allowed. */
    private boolean mayBeLarge(HttpServletRequest request, int limit) {
        long length = request.getContentLengthLong();
        return limit > usual && length <= limit && (length < 0 || length > usual);
    }

    private void read(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, int limit)
            throws ServletException, IOException {
        byte[] body = new byte[0];
        if (request.getContentLengthLong() <= limit) {
            body = request.getInputStream().readNBytes(limit + 1);
        }
        if (request.getContentLengthLong() > limit || body.length > limit) {
            problems.write(request, response, HttpProblem.bodyTooLarge(limit));
        } else if (!isText(body)) {
            problems.write(request, response, new InvalidBody("", "must be UTF-8 without NUL"));
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }

    private int limit(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return larger.entrySet().stream()
                .filter(one -> one.getKey().matches(path))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(usual);
    }

    private static int bytes(DataSize size) {
        return Math.toIntExact(size.toBytes());
    }

    private static boolean isText(byte[] body) {
        for (byte b : body) {
            if (b == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
