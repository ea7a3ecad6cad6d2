package org.homeward.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.kit.security.Admission;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.WebUtils;

/** Makes the {@link Call} of a command, or says which header is not right. */
final class Commands implements HandlerMethodArgumentResolver {

    static final String KEY = "Idempotency-Key";

    /** As a structured field's string (quoted) or bare; the same key either way. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[!#-\\[\\]-~]|\\\\[\"\\\\])+)\"");

    private static final Pattern BARE = Pattern.compile("[!#-~]+");
    private static final Pattern VERSION = Pattern.compile("\"([1-9][0-9]{0,17})\"");
    private static final int LONGEST_KEY = 200;

    private final Fingerprints fingerprints;

    Commands(Fingerprints fingerprints) {
        this.fingerprints = fingerprints;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Call.class;
    }

    @Override
    public Call resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        Admission admission = Admission.of(request);
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        BufferedRequest buffered = WebUtils.getNativeRequest(request, BufferedRequest.class);
        return new Call(
                admission.actor(),
                admission.scope(),
                request.getMethod(),
                request.getRequestURI(),
                request.getMethod() + " " + pattern,
                key(request.getHeaders(KEY)),
                version(request.getHeaders(HttpHeaders.IF_MATCH)),
                fingerprints.of(buffered == null ? new byte[0] : buffered.body()));
    }

    static String key(Enumeration<String> headers) {
        if (!headers.hasMoreElements()) {
            throw new KeyRequired();
        }
        String header = headers.nextElement().strip();
        Matcher quoted = QUOTED.matcher(header);
        String key = header;
        if (quoted.matches()) {
            key = quoted.group(1).replaceAll("\\\\(.)", "$1");
        } else if (!BARE.matcher(header).matches()) {
            throw new KeyMalformed();
        }
        if (key.length() > LONGEST_KEY || headers.hasMoreElements()) {
            throw new KeyMalformed();
        }
        return key;
    }

    /** Strong comparison (RFC 9110): a weak tag, a list or {@code *} names no version. */
    static @Nullable Long version(Enumeration<String> headers) {
        if (!headers.hasMoreElements()) {
            return null;
        }
        Matcher version = VERSION.matcher(headers.nextElement().strip());
        if (!version.matches() || headers.hasMoreElements()) {
            throw new VersionMalformed();
        }
        return Long.valueOf(version.group(1));
    }
}
