package org.homeward.story.service;

import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service said. */
record Answer(HttpResponse<String> http) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    int status() {
        return http.statusCode();
    }

    String body() {
        return http.body();
    }

    JsonNode json() {
        return JSON.readTree(http.body());
    }

    UUID id() {
        return UUID.fromString(json().get("id").asString());
    }

    /** The last word of a problem's type. */
    String problem() {
        return json().get("type").asString().replace("urn:homeward:problem:", "");
    }

    String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }
}
