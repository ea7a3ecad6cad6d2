package org.homeward.system.faults;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What an API answered at last. */
record Reply(int status, JsonNode body) {

    boolean isDone() {
        return status / 100 == 2;
    }

    /** The end of a problem's type, for example {@code cooling-off}; empty if it is none. */
    String problem() {
        var type = body.path("type").asString("");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    long version() {
        return body.path("version").asLong();
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    Optional<UUID> id() {
        return text("id").isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text("id")));
    }
}
