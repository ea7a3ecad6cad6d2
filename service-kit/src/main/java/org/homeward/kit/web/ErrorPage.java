package org.homeward.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.kit.observe.Correlation;
import org.springframework.boot.webmvc.autoconfigure.error.AbstractErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The last resort for what no controller answered: a page for browsers where the service has one
 * (template {@code error/404} and so on), else a problem.
 */
@Controller
@RequestMapping("${spring.web.error.path:/error}")
final class ErrorPage extends AbstractErrorController {

    static final String PROBLEM = ErrorPage.class.getName() + ".problem";

    ErrorPage(ErrorAttributes attributes, List<ErrorViewResolver> views) {
        super(attributes, views);
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    Object page(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = getStatus(request);
        ModelAndView view =
                resolveErrorView(request, response, status, Map.of("status", status.value()));
        if (view != null) {
            response.setStatus(status.value());
            return view;
        }
        return problem(request);
    }

    @RequestMapping
    ResponseEntity<Map<String, Object>> problem(HttpServletRequest request) {
        Problem problem =
                request.getAttribute(PROBLEM) instanceof Problem known
                        ? known
                        : ofStatus(getStatus(request).value(), request);
        return Problems.answer(problem);
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
