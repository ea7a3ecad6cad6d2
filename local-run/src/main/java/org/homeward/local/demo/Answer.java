package org.homeward.local.demo;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an API answered.
 *
 * @param body empty if it was no JSON
 */
public record Answer(int status, JsonNode body) {

    public static Answer of(HttpResponse<String> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(
                response.statusCode(),
                type.contains("json")
                        ? JsonMapper.shared().readTree(response.body())
                        : JsonNodeFactory.instance.objectNode());
    }

    public boolean isDone() {
        return status / 100 == 2;
    }

    /** The end of a problem's type, for example {@code cooling-off}; empty if it is none. */
    public String problem() {
        var type = body.path("type").asString("");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /** The version to name in the next If-Match. */
    public long version() {
        return body.path("version").asLong();
    }

    public String text(String field) {
        return body.path(field).asString("");
    }
}
