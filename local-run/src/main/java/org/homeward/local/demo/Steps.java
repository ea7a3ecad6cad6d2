package org.homeward.local.demo;

import java.util.UUID;
import org.homeward.local.Port;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes the steps of a part of the file, each by the member of staff who would take it. Ids and
 * keys follow from seed and names, so a step that was taken is answered and not taken again; a
 * refusal is told at the line that it is about.
 *
 * @param name from which ids and keys are derived
 * @param label by which it is told what happens
 */
record Steps(Api api, Progress progress, String seed, String name, String label, Part part) {

    /** An id of this part, the same in every run. */
    UUID id(String what) {
        return CasesFile.id(seed, name + "/" + what);
    }

    void say(String what) {
        progress.say(label + ": " + what);
    }

    /** A step that must succeed. */
    Answer post(
            String step,
            String user,
            Port service,
            String path,
            @Nullable Long version,
            @Nullable Object body) {
        return done(step, part, send(step, user, "POST", service, path, version, body));
    }

    /** A step that may be refused. */
    Answer send(
            String step,
            String user,
            String method,
            Port service,
            String path,
            @Nullable Long version,
            @Nullable Object body) {
        return api.command(
                user, method, service, path, id("key " + step).toString(), version, body);
    }

    /** Something that must be there to be read. */
    JsonNode read(String user, Port service, String path, @Nullable String purpose) {
        return done(path, part, api.get(user, service, path, purpose)).body();
    }

    /**
     * @param sent the part that the body was made of
     */
    static Answer done(String step, Part sent, Answer answer) {
        if (answer.isDone()) {
            return answer;
        }
        var violation = answer.body().path("violations").path(0);
        if (!violation.isMissingNode()) {
            var pointer = violation.path("pointer").asString("");
            throw sent.follow(pointer)
                    .mistake(
                            step
                                    + " was refused: "
                                    + pointer
                                    + " "
                                    + violation.path("message").asString(""));
        }
        throw sent.mistake(
                step
                        + " was refused: "
                        + answer.status()
                        + " "
                        + answer.text("title")
                        + ": "
                        + answer.text("detail"));
    }
}
