package org.homeward.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.kit.observe.Correlation;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The last resort for what no controller answered: a page for browsers where the service has one
 * (template {@code error/404}, {@code error/5xx} and so on, with {@code status} and {@code
 * problem}), else a problem.
 */
@Controller
@RequestMapping("${spring.web.error.path:/error}")
final class ErrorPage extends AbstractErrorController {

    private static final String PROBLEM = ErrorPage.class.getName() + ".problem";

    ErrorPage(ErrorAttributes attributes, List<ErrorViewResolver> views) {
        super(attributes, views);
    }

    /** Whether a browser asks. */
    static boolean isWanted(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    static void show(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        problem.headers()
                .forEach((name, values) -> values.forEach(v -> response.setHeader(name, v)));
        request.setAttribute(PROBLEM, problem);
        response.sendError(problem.status());
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    Object page(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = getStatus(request);
        Map<String, Object> model =
                Map.of("status", status.value(), "problem", found(request).slug());
        ModelAndView view = resolveErrorView(request, response, status, model);
        if (view != null) {
            response.setStatus(status.value());
            return view;
        }
        return problem(request);
    }

    @RequestMapping
    ResponseEntity<Map<String, Object>> problem(HttpServletRequest request) {
        return Problems.answer(found(request));
    }

    private Problem found(HttpServletRequest request) {
        return request.getAttribute(PROBLEM) instanceof Problem known
                ? known
                : ofStatus(getStatus(request).value(), request);
    }

    private static Problem ofStatus(int status, HttpServletRequest request) {
        return switch (status) {
            case 401 -> HttpProblem.unauthenticated();
            case 403 -> HttpProblem.forbidden();
            case 404 -> HttpProblem.noSuchEndpoint();
            case 405 -> HttpProblem.methodNotAllowed(Set.of());
            case 406 -> HttpProblem.notAcceptable();
            case 415 -> HttpProblem.unsupportedMediaType();
            case 503 -> new Unavailable("This is not available at the moment.", 5);
            default ->
                    status < 500
                            ? HttpProblem.badRequest()
                            : HttpProblem.internal(Correlation.of(request));
        };
    }
}
