package org.homeward.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.local.Port;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the public reads: drafted, illustrated, reviewed by two others, agreed to by everybody in
 * it, published, and taken back where the file says so.
 */
final class StoryJourney {

    private static final String EDITOR = "story-editor";
    private static final String LEAD = "communications-lead";
    private static final int OK = 200;
    private static final String CONTENT_REVIEW = "content-review";

    private final Steps steps;
    private final Part story;
    private final String programme;
    private final List<Registration> people;
    private final Path pictures;
    private final Clocks clocks;
    private long reviewed;

    /**
     * @param people of whom it tells; nobody in news and calls
     * @param pictures the folder in which the file's pictures are
     */
    StoryJourney(
            Steps steps,
            Part story,
            String programme,
            List<Registration> people,
            Path pictures,
            Clocks clocks) {
        this.steps = steps;
        this.story = story;
        this.programme = programme;
        this.people = people;
        this.pictures = pictures;
        this.clocks = clocks;
    }

    /** Whether an earlier run has come as far. */
    boolean isPublished() {
        return !steps.api().get(LEAD, Port.STORY, path(), CONTENT_REVIEW).text("path").isEmpty();
    }

    void tell() {
        var empty = Map.of("programme", programme, "persons", List.of(), "versions", Map.of());
        var drafted =
                steps.post(
                        "draft",
                        EDITOR,
                        Port.STORY,
                        "/api/v1/stories",
                        null,
                        Map.of("id", steps.id("story"), "kind", kind(), "content", empty));
        story.find("picture").ifPresent(this::illustrate);
        var written =
                Steps.done(
                        "story",
                        story,
                        steps.send(
                                "write",
                                EDITOR,
                                "PUT",
                                Port.STORY,
                                path(),
                                drafted.version(),
                                content()));
        var submitted = act("submit story", EDITOR, "/submission", written.version(), null);
        var tested =
                steps.api()
                        .ask(
                                "protection-officer",
                                Port.STORY,
                                path() + "/disclosure-test",
                                "disclosure-review");
        if (tested.isDone()) {
            steps.say("disclosure test: " + tested.body().path("hits").size() + " places to see");
        }
        var approve = Map.of("verdict", "APPROVE");
        var disclosed =
                act(
                        "disclosure",
                        "protection-officer",
                        "/disclosure-review",
                        submitted.version(),
                        approve);
        reviewed = act("content", LEAD, "/content-review", disclosed.version(), approve).version();
        steps.say("story written, and reviewed by two others");
    }

    private String kind() {
        return story.find("kind").map(Part::text).orElse("STORY");
    }

    private void illustrate(Part picture) {
        steps.post(
                "picture",
                EDITOR,
                Port.STORY,
                path() + "/pictures",
                null,
                Map.of("id", steps.id("picture"), "content", file(picture.at("file"))));
    }

    private String file(Part name) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Files.readAllBytes(pictures.resolve(name.text())));
        } catch (IOException missing) {
            throw name.mistake("is no picture that can be read");
        }
    }

    private Map<String, @Nullable Object> content() {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("programme", programme);
        for (var field : List.of("region", "sector", "closes")) {
            story.find(field).ifPresent(part -> content.put(field, part.text()));
        }
        content.put("persons", persons());
        story.find("picture").ifPresent(picture -> content.put("pictures", pictures(picture)));
        content.put("versions", story.at("versions").json());
        return content;
    }

    private List<Map<String, Object>> persons() {
        var pseudonyms = story.find("pseudonyms").map(Part::items).orElse(List.of());
        var persons = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < people.size(); i++) {
            var person = new LinkedHashMap<String, Object>();
            person.put("consent", people.get(i).consents().id(Consents.STORY));
            person.put("nameChanged", i < pseudonyms.size());
            if (i < pseudonyms.size()) {
                person.put("pseudonym", pseudonyms.get(i).text());
            }
            persons.add(person);
        }
        return persons;
    }

    private List<Map<String, Object>> pictures(Part picture) {
        List<UUID> shown =
                picture.at("shows").flag()
                        ? people.stream()
                                .map(one -> one.consents().id(Consents.PHOTOGRAPH))
                                .toList()
                        : List.of();
        return List.of(Map.of("id", steps.id("picture"), "faces", shown.size(), "shown", shown));
    }

    /** The fresh yes of everybody to the final text and picture, after the cooling-off. */
    void agree() {
        if (people.isEmpty()) {
            return;
        }
        var hash =
                steps.read(LEAD, Port.STORY, path() + "/consents", CONTENT_REVIEW).path("textHash");
        for (var person : people) {
            if (person.consents().state(Consents.STORY).equals("REQUESTED")) {
                agree(person, hash.asString());
            }
        }
        steps.say("says yes to the final text after the cooling-off");
    }

    private void agree(Registration person, String hash) {
        var consents = person.consents();
        var form = person.evidence().keep("form about the story", "SIGNED_FORM");
        if (isShown()) {
            consents.agree(Consents.PHOTOGRAPH, form, pictureHash());
        }
        var answer = consents.say(Consents.STORY, form, hash);
        if (answer.problem().equals("cooling-off")) {
            clocks.moveTo(Instant.parse(answer.text("until")));
            answer = consents.say(Consents.STORY, form, hash);
        }
        Steps.done("agree to the story", story, answer);
    }

    /** Of the picture as it was made anew, and shown to the person. */
    private String pictureHash() {
        return view().path("pictures").path(0).path("hash").asString();
    }

    private boolean isShown() {
        return story.find("picture").filter(picture -> picture.at("shows").flag()).isPresent();
    }

    void publish() {
        boolean agreed =
                people.stream()
                        .allMatch(one -> one.consents().state(Consents.STORY).equals("GIVEN"));
        if (agreed) {
            steps.api()
                    .waitFor(
                            "the consents to reach story-service",
                            LEAD,
                            Port.STORY,
                            path() + "/consents",
                            CONTENT_REVIEW,
                            answer ->
                                    answer.body().path("complete").asBoolean()
                                            && answer.body().path("current").asBoolean());
        }
        act("publish", LEAD, "/publication", reviewed, null);
        if (agreed && pageStatus(OK) != OK) {
            throw story.mistake("the page does not appear at " + page());
        }
        steps.say("story published at " + page());
    }

    /** The first whom it tells of takes it back, and the page goes in every language. */
    void withdraw() {
        people.getFirst().consents().withdraw(Consents.STORY);
        steps.say("takes the story back");
    }

    /** The status of the page in all languages; waits for the one that is expected. */
    int pageStatus(int expected) {
        long start = System.nanoTime();
        while (true) {
            var statuses =
                    story.at("versions").keys().stream()
                            .map(language -> steps.api().page("/" + language + page()).statusCode())
                            .distinct()
                            .toList();
            boolean settled = statuses.size() == 1 && statuses.getFirst() == expected;
            if (settled || System.nanoTime() - start > Api.PATIENCE.toNanos() / 3) {
                return statuses.size() == 1 ? statuses.getFirst() : 0;
            }
            Api.pause();
        }
    }

    String page() {
        return view().path("path").asString("");
    }

    private JsonNode view() {
        return steps.read(LEAD, Port.STORY, path(), CONTENT_REVIEW);
    }

    private Answer act(String step, String user, String act, long version, @Nullable Object body) {
        return steps.post(step, user, Port.STORY, path() + act, version, body);
    }

    private String path() {
        return "/api/v1/stories/" + steps.id("story");
    }
}
