package org.homeward.kit.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.homeward.kit.web.HttpProblem;
import org.homeward.kit.web.Problem;
import org.homeward.kit.web.ProblemWriter;
import org.homeward.kit.web.Unavailable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Says no as a problem: 404 and 405 where the table has no entry, 401 without a valid token, 403
 * without a role, 503 while the issuer's keys can't be had.
 */
final class Denials
        implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    private final AccessTable table;
    private final ProblemWriter problems;

    Denials(AccessTable table, ProblemWriter problems) {
        this.table = table;
        this.problems = problems;
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        deny(request, response, HttpProblem.forbidden());
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        deny(request, response, HttpProblem.unauthenticated());
    }

    /** A token was sent and could not be accepted, whatever the endpoint is. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof AuthenticationServiceException) {
            problems.write(request, response, issuerAway());
        } else {
            String error =
                    why instanceof OAuth2AuthenticationException known
                            ? known.getError().getErrorCode()
                            : "invalid_token";
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"" + error + "\"");
            problems.write(request, response, HttpProblem.unauthenticated());
        }
    }

    private void deny(HttpServletRequest request, HttpServletResponse response, Problem otherwise)
            throws IOException {
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        var methods = table.methodsOf(path);
        if (methods.isEmpty()) {
            problems.write(request, response, HttpProblem.noSuchEndpoint());
        } else if (table.deciding(HttpMethod.valueOf(request.getMethod()), path).isEmpty()) {
            problems.write(request, response, HttpProblem.methodNotAllowed(methods));
        } else {
            if (otherwise.status() == 401) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            problems.write(request, response, otherwise);
        }
    }

    private static Problem issuerAway() {
        return new Unavailable("Tokens can't be checked at the moment: try again.", 5);
    }
}
