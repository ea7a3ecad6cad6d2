package org.homeward.kit.security;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;

/** Asks the role table; what it has no entry for is denied. */
final class TableAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    private final AccessTable table;

    TableAuthorization(AccessTable table) {
        this.table = table;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> caller,
            RequestAuthorizationContext context) {
        var request = context.getRequest();
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        var endpoint = table.deciding(HttpMethod.valueOf(request.getMethod()), path);
        if (endpoint.isEmpty()) {
            return new AuthorizationDecision(false);
        }
        request.setAttribute(SameEndpoint.DECIDED, endpoint.get());
        if (endpoint.get().anyone()) {
            return new AuthorizationDecision(true);
        }
        if (!(caller.get() instanceof ActorAuthentication known)) {
            return new AuthorizationDecision(false);
        }
        Set<Role> allowing = endpoint.get().allowing(known.getPrincipal());
        if (allowing.isEmpty()) {
            return new AuthorizationDecision(false);
        }
        Admission.by(allowing, known.getPrincipal()).keepIn(request);
        return new AuthorizationDecision(true);
    }
}
