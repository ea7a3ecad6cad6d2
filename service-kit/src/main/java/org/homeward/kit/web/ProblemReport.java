package org.homeward.kit.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * The answer to a request that is too broken for Tomcat to pass on (an impossible path, for
 * example). Tomcat makes it by the name of its class.
 */
public final class ProblemReport extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String slug = status < 500 ? "bad-request" : "internal";
        String title = status < 500 ? "Bad request" : "Internal error";
        try {
            PlainHeaders.write(response);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(
                        "{\"type\":\"urn:homeward:problem:%s\",\"title\":\"%s\",\"status\":%d}"
                                .formatted(slug, title, status));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            // the client is gone or the answer has begun: nobody is left to tell
        }
    }
}
