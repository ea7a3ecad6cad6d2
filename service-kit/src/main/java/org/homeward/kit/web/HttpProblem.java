package org.homeward.kit.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;

/** What HTTP itself has an answer for. */
public final class HttpProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private HttpProblem(int status, String slug, String title, String detail) {
        super(status, slug, title, detail);
    }

    private HttpProblem(
            int status, String slug, String title, String detail, Map<String, Object> more) {
        super(status, slug, title, detail, more);
    }

    public static HttpProblem unauthenticated() {
        return new HttpProblem(
                401, "unauthenticated", "Not authenticated", "Send a valid bearer token.");
    }

    public static HttpProblem forbidden() {
        return new HttpProblem(403, "forbidden", "Forbidden", "None of your roles allows this.");
    }

    public static HttpProblem noSuchEndpoint() {
        return new HttpProblem(
                404, "no-such-endpoint", "No such endpoint", "There is nothing at this path.");
    }

    public static HttpProblem methodNotAllowed(Collection<HttpMethod> allowed) {
        List<String> names = allowed.stream().map(HttpMethod::name).sorted().toList();
        return new HttpProblem(
                405,
                "method-not-allowed",
                "Method not allowed",
                "This path does not offer this method.",
                Map.of("allowed", names));
    }

    public static HttpProblem notAcceptable() {
        return new HttpProblem(
                406, "not-acceptable", "Not acceptable", "This can be had as application/json.");
    }

    public static HttpProblem bodyTooLarge(long limit) {
        return new HttpProblem(
                413,
                "body-too-large",
                "Body too large",
                "The body may have " + limit + " bytes.",
                Map.of("limit", limit));
    }

    public static HttpProblem unsupportedMediaType() {
        return new HttpProblem(
                415,
                "unsupported-media-type",
                "Unsupported media type",
                "Send the body as application/json.");
    }

    /** Anything else that can't be understood. */
    public static HttpProblem badRequest() {
        return new HttpProblem(
                400, "bad-request", "Bad request", "The request can't be understood.");
    }

    /**
     * @param correlation finds it in the log, the only thing said about the inside
     */
    public static HttpProblem internal(String correlation) {
        return new HttpProblem(
                500,
                "internal",
                "Internal error",
                "This is our mistake. It is on record under the correlation id.",
                Map.of("correlation", correlation));
    }
}
