package org.homeward.kit.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/**
 * An answer other than 2xx that the caller can act on (RFC 9457). Features extend it with the
 * business answers of their rules; texts never hold personal data nor anything of the inside.
 */
public abstract class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String slug;
    private final String title;
    private final transient Map<String, Object> extensions;

    /**
     * @param slug stable and unique: the type is {@code urn:homeward:problem:slug}
     * @param title the same for every occurrence
     * @param detail what this caller can do about it
     * @param extensions further members, for example the state that did not allow the command
     */
    protected Problem(
            int status, String slug, String title, String detail, Map<String, Object> extensions) {
        super(detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.extensions = Map.copyOf(extensions);
    }

    protected Problem(int status, String slug, String title, String detail) {
        this(status, slug, title, detail, Map.of());
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    /** The URI by which programs know it. */
    public String type() {
        return "urn:homeward:problem:" + slug;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public Map<String, Object> extensions() {
        return extensions;
    }

    /** The members of the answer, in order. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type());
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail());
        members.putAll(extensions);
        return members;
    }

    /** What goes with it besides the body. */
    HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        if (extensions.get("retryAfter") instanceof Integer seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        if (extensions.get("allowed") instanceof List<?> methods && status == 405) {
            headers.set(
                    HttpHeaders.ALLOW,
                    methods.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return headers;
    }
}
