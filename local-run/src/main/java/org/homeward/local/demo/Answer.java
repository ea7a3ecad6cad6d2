package org.homeward.local.demo;

import tools.jackson.databind.JsonNode;

/** What an API answered. */
record Answer(int status, JsonNode body) {

    boolean isDone() {
        return status / 100 == 2;
    }

    /** The end of a problem's type, for example {@code cooling-off}; empty if it is none. */
    String problem() {
        var type = body.path("type").asString("");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /** The version to name in the next If-Match. */
    long version() {
        return body.path("version").asLong();
    }

    String text(String field) {
        return body.path(field).asString("");
    }
}
