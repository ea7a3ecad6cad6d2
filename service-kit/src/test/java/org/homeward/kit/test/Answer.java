package org.homeward.kit.test;

import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service said. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** Empty when there is none of that name. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String location() {
        return header("Location");
    }

    public JsonNode json() {
        return JSON.readTree(body());
    }

    public UUID id() {
        return UUID.fromString(json().path("id").asString());
    }

    /** The kind of problem: the last word of its type; empty when it is none. */
    public String problem() {
        return json().path("type").asString("").replace("urn:homeward:problem:", "");
    }

    /** Where the body was wrong. */
    public String pointer() {
        return json().path("violations").path(0).path("pointer").asString("");
    }

    public String withoutIds() {
        return body().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id");
    }

    @Override
    public String toString() {
        return status() + " " + body();
    }
}
