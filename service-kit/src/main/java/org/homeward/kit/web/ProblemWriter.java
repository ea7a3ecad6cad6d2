package org.homeward.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with a problem where no controller is: in filters. A browser gets the error page of the
 * service instead, where the service has one.
 */
public final class ProblemWriter {

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (ErrorPage.isWanted(request)) {
            ErrorPage.show(request, response, problem);
            return;
        }
        problem.headers()
                .forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.members()));
    }
}
