package org.homeward.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Reads the body of an admitted request into memory, never more of it than the limit, whether its
 * length was announced or not. A body is UTF-8 or is refused here (NUL betrays UTF-16 and 32): no
 * parser gets to guess. Of those beyond the usual limit a few are in memory at once, and one of
 * each account: it takes a body several times, as bytes, as text and as what the text holds. A body
 * comes in its time or is refused, so nobody holds a place by sending slowly.
 */
final class BodyFilter extends OncePerRequestFilter {

    /** With a body of 6 MB each, and an image being made beside them, within 230 MB of heap. */
    static final int LARGE_AT_ONCE = 4;

    /** Six megabytes in it are 50 KB a second: what a poor mobile network does. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int TRY_AGAIN = 5;
    private static final int PART = 8192;

    private final Semaphore large = new Semaphore(LARGE_AT_ONCE);
    private final Set<String> sending = ConcurrentHashMap.newKeySet();
    private final int usual;
    private final Map<PathPattern, Integer> larger;
    private final ProblemWriter problems;
    private final LongSupplier nanoTime;

    BodyFilter(WebSettings settings, ProblemWriter problems, LongSupplier nanoTime) {
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
        this.nanoTime = nanoTime;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int limit = limit(request);
        if (!mayBeLarge(request, limit)) {
            read(request, response, chain, limit);
        } else if (!readAlone(request, response, chain, limit)) {
            var busy = "Other large bodies are being worked on.";
            problems.write(request, response, new Unavailable(busy, TRY_AGAIN));
        }
    }

    /** Returns whether there was a place for it. */
    private boolean readAlone(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, int limit)
            throws ServletException, IOException {
        String account = String.valueOf(request.getRemoteUser());
        if (!sending.add(account)) {
            return false;
        }
        try {
            if (!large.tryAcquire()) {
                return false;
            }
            try {
                read(request, response, chain, limit);
                return true;
            } finally {
                large.release();
            }
        } finally {
            sending.remove(account);
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
        byte @Nullable [] body = new byte[0];
        if (request.getContentLengthLong() <= limit) {
            body = inTime(request, limit + 1);
        }
        if (body == null) {
            var late = "must be here within " + PATIENCE.toSeconds() + " seconds";
            problems.write(request, response, new InvalidBody("", late));
        } else if (request.getContentLengthLong() > limit || body.length > limit) {
            problems.write(request, response, HttpProblem.bodyTooLarge(limit));
        } else if (!isText(body)) {
            problems.write(request, response, new InvalidBody("", "must be UTF-8 without NUL"));
        } else {
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }

    /** Null when it is not there in time; a single part of it is waited for by the server. */
    private byte @Nullable [] inTime(HttpServletRequest request, int most) throws IOException {
        long begun = nanoTime.getAsLong();
        InputStream from = request.getInputStream();
        var body = new ByteArrayOutputStream(Math.max(PART, request.getContentLength()));
        byte[] part = new byte[PART];
        int read = 0;
        while (body.size() < most && read >= 0) {
            body.write(part, 0, read);
            if (nanoTime.getAsLong() - begun > PATIENCE.toNanos()) {
                return null;
            }
            read = from.read(part, 0, Math.min(PART, most - body.size()));
        }
        return body.toByteArray();
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
