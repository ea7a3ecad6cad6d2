package org.homeward.kit.security;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.web.Call;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lets the application start only when table and handlers agree: every handler has an entry, every
 * entry a handler. Entries under {@code /local/} may lack theirs: it exists in some profiles only.
 */
final class AccessTableCheck implements SmartInitializingSingleton {

    private static final Set<Class<?>> ASK_WHO_CALLS =
            Set.of(Actor.class, Scope.class, Call.class, Purpose.class);

    private final AccessTable table;
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private final ObjectProvider<SimpleUrlHandlerMapping> resources;

    AccessTableCheck(
            AccessTable table,
            ObjectProvider<RequestMappingHandlerMapping> handlers,
            ObjectProvider<SimpleUrlHandlerMapping> resources) {
        this.table = table;
        this.handlers = handlers;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> mistakes = new ArrayList<>();
        Set<String> handled = new HashSet<>();
        handlers.forEach(
                mapping ->
                        mapping.getHandlerMethods()
                                .forEach((info, m) -> check(info, m, handled, mistakes)));
        resources.forEach(
                mapping ->
                        mapping.getUrlMap()
                                .keySet()
                                .forEach(url -> handled.add(Endpoint.shape("GET", url))));
        for (Endpoint endpoint : table.endpoints()) {
            boolean local = endpoint.path().getPatternString().startsWith("/local/");
            if (!local && !handled.contains(endpoint.shape())) {
                mistakes.add("no handler for the entry " + endpoint);
            }
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(
                    "The role table and the handlers differ: " + String.join("; ", mistakes));
        }
    }

    private void check(
            RequestMappingInfo info,
            HandlerMethod method,
            Set<String> handled,
            List<String> mistakes) {
        calls(info).forEach(call -> handled.add(Endpoint.shape(call.method(), call.pattern())));
        if (isFramework(method)) {
            return;
        }
        if (info.getMethodsCondition().isEmpty()) {
            mistakes.add(method.getShortLogMessage() + " does not say its HTTP method");
        }
        for (Handled call : calls(info).toList()) {
            var entry = table.of(call.method(), call.pattern());
            if (entry.isEmpty()) {
                mistakes.add("no entry for " + call.method() + " " + call.pattern());
            } else if (entry.get().anyone() && asksWhoCalls(method)) {
                mistakes.add(entry.get() + " is for anyone but its handler asks who calls");
            }
        }
    }

    private static Stream<Handled> calls(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .map(RequestMethod::name)
                .flatMap(
                        method ->
                                info.getPatternValues().stream()
                                        .map(pattern -> new Handled(method, pattern)));
    }

    private static boolean asksWhoCalls(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(ASK_WHO_CALLS::contains);
    }

    /** Error page, health and the like; what they answer is decided elsewhere. */
    private static boolean isFramework(HandlerMethod method) {
        String name = method.getBeanType().getName();
        return name.startsWith("org.springframework.")
                || name.startsWith("org.springdoc.")
                || name.equals("org.homeward.kit.web.ErrorPage");
    }

    private record Handled(String method, String pattern) {}
}
