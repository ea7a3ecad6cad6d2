package org.homeward.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.observe.Correlation;
import org.homeward.kit.sealing.KeyDestroyed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The one place where failures become answers. Whatever is not expected is answered with a
 * correlation id only and raises an alarm.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private final Alarms alarms;

    Problems(Alarms alarms) {
        this.alarms = alarms;
    }

    static ResponseEntity<Map<String, Object>> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .headers(problem.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.members());
    }

    private static ResponseEntity<Object> object(Problem problem) {
        ResponseEntity<Map<String, Object>> answer = answer(problem);
        return new ResponseEntity<>(answer.getBody(), answer.getHeaders(), answer.getStatusCode());
    }

    /** A browser is left to the error page. */
    private static @Nullable ResponseEntity<Map<String, Object>> answer(
            Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!ErrorPage.isWanted(request)) {
            return answer(problem);
        }
        ErrorPage.show(request, response, problem);
        return null;
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Map<String, Object>> expected(
            Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(problem, request, response);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> rejected(RequestRejectedException refused) {
        return answer(HttpProblem.badRequest());
    }

    /** The record was read just before its key was destroyed: the next read says what it is now. */
    @ExceptionHandler
    @Nullable ResponseEntity<Map<String, Object>> erased(
            KeyDestroyed erased, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(
                new Unavailable("The record is being erased: read it again.", 1),
                request,
                response);
    }

    /** The security filters answer these. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void denied(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Map<String, Object>> unexpected(
            Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(problemOf(failure, request), request, response);
    }

    private Problem problemOf(Throwable failure, HttpServletRequest request) {
        if (Outages.isOutage(failure)) {
            return new Unavailable("The database does not answer: try again.", 2);
        }
        alarms.raise("internal-error", "A request failed unexpectedly", failure);
        return HttpProblem.internal(Correlation.of(request));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return object(new InvalidBody(List.of(Expected.violation(unreadable.getCause()))));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return object(new InvalidBody(violations(invalid).toList()));
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        List<Violation> violations = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            if (!(result instanceof ParameterErrors body)) {
                return object(invalidParameter(result));
            }
            violations(body).forEach(violations::add);
        }
        return object(new InvalidBody(violations));
    }

    private static Problem invalidParameter(ParameterValidationResult result) {
        MessageSourceResolvable first = result.getResolvableErrors().getFirst();
        return new InvalidParameter(
                Objects.requireNonNullElse(
                        result.getMethodParameter().getParameterName(), "parameter"),
                Objects.requireNonNullElse(first.getDefaultMessage(), "is not valid"));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String name =
                mismatch instanceof MethodArgumentTypeMismatchException argument
                        ? argument.getName()
                        : "parameter";
        Class<?> wanted = mismatch.getRequiredType();
        String kind = wanted == null ? "another kind" : wanted.getSimpleName();
        return object(new InvalidParameter(name, "must be a valid " + kind));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return object(new InvalidParameter(missing.getParameterName(), "is required"));
    }

    @Override
    protected ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return object(
                missing instanceof MissingRequestHeaderException header
                        ? new InvalidParameter(header.getHeaderName(), "is required")
                        : HttpProblem.badRequest());
    }

    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException other,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Set<HttpMethod> supported = other.getSupportedHttpMethods();
        return object(HttpProblem.methodNotAllowed(supported == null ? Set.of() : supported));
    }

    /** All the rest that Spring MVC knows of. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest web) {
        HttpServletRequest request = ((ServletWebRequest) web).getRequest();
        if (status.is5xxServerError()) {
            return object(problemOf(failure, request));
        }
        return object(
                switch (status.value()) {
                    case 404 -> HttpProblem.noSuchEndpoint();
                    case 406 -> HttpProblem.notAcceptable();
                    case 415 -> HttpProblem.unsupportedMediaType();
                    default -> HttpProblem.badRequest();
                });
    }

    private static Stream<Violation> violations(Errors errors) {
        return errors.getAllErrors().stream()
                .map(
                        error ->
                                new Violation(
                                        error instanceof FieldError field
                                                ? Pointers.of(field.getField())
                                                : "",
                                        Objects.requireNonNullElse(
                                                error.getDefaultMessage(), "is not valid")))
                .sorted(java.util.Comparator.comparing(Violation::pointer));
    }
}
