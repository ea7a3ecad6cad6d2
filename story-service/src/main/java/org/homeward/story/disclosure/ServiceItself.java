package org.homeward.story.disclosure;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** This service as its own client: tokens are fetched once for it, not for each user. */
final class ServiceItself extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String name;

    ServiceItself(String name) {
        super(List.of());
        this.name = name;
    }

    @Override
    public String getPrincipal() {
        return name;
    }

    @Override
    public String getCredentials() {
        return "";
    }
}
