package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.kit.test.Answer;
import org.homeward.story.picture.Photographs;
import tools.jackson.databind.json.JsonMapper;

/** The people who work on stories, and the way a story goes through their hands. */
record Newsroom(int port) {

    private static final String STORIES = "/api/v1/stories";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Web editor() {
        return Web.as(port, "editor", "story-editor");
    }

    Web protection() {
        return Web.as(port, "protection", "protection-officer");
    }

    Web lead() {
        return Web.as(port, "lead", "communications-lead");
    }

    /** A story on its way; the version is counted as the commands go. */
    record Paper(UUID id, long version) {}

    Paper draft(UUID... persons) {
        return draft(body("STORY", content("The tailor who came home", persons)));
    }

    Paper news(String title) {
        return draft(body("NEWS", content(title)));
    }

    /**
     * Anything but a story, through both reviews.
     *
     * @param more what its kind needs beside the words
     */
    Paper finished(String kind, String title, Map<String, Object> more) {
        var content = new HashMap<>(content(title));
        content.putAll(more);
        return approved(submitted(draft(body(kind, content))));
    }

    private Paper draft(String body) {
        var answer = editor().post(STORIES, null, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new Paper(answer.id(), 1);
    }

    Paper underRealName(UUID person) {
        var content = new HashMap<>(content("The tailor under his own name"));
        content.put("persons", List.of(Map.of("consent", person, "nameChanged", false)));
        return draft(body("STORY", content));
    }

    /** With one picture, in which one person is shown. */
    Paper pictured(UUID person, UUID photograph) {
        var paper = draft(person);
        var picture = send(paper, Photographs.jpeg(1200, 800));
        assertThat(picture.status()).as(picture.body()).isEqualTo(201);
        var content = illustrated(picture.id(), 1, List.of(photograph), person);
        return moved(editor().put(path(paper), paper.version(), json(content)));
    }

    /** Sends a picture in for a draft. */
    Answer send(Paper paper, byte[] picture) {
        var body = json(Map.of("content", Base64.getEncoder().encodeToString(picture)));
        return editor().post(path(paper) + "/pictures", null, body);
    }

    Paper submitted(Paper paper) {
        return moved(editor().post(path(paper) + "/submission", paper.version(), ""));
    }

    Paper approved(Paper paper) {
        var once =
                moved(
                        protection()
                                .post(
                                        path(paper) + "/disclosure-review",
                                        paper.version(),
                                        APPROVE));
        return moved(lead().post(path(once) + "/content-review", once.version(), APPROVE));
    }

    /** Drafted, submitted and approved: what people are asked to consent to. */
    Paper finished(UUID... persons) {
        return approved(submitted(draft(persons)));
    }

    Answer publish(Paper paper) {
        return lead().post(path(paper) + "/publication", paper.version(), "");
    }

    Answer retract(Paper paper, long version) {
        return lead().post(path(paper) + "/retraction", version, "{\"reason\":\"a wrong figure\"}");
    }

    Answer read(Web who, Paper paper) {
        return who.get(path(paper), "Homeward-Purpose", "content-review");
    }

    /** How the consents that it needs stand. */
    Answer consents(Web who, Paper paper) {
        return who.get(path(paper) + "/consents", "Homeward-Purpose", "content-review");
    }

    String textHash(Paper paper) {
        return read(lead(), paper).json().get("textHash").asString();
    }

    /** What is asked of who is shown in its first picture. */
    String pictureHash(Paper paper) {
        return read(lead(), paper).json().at("/pictures/0/hash").asString();
    }

    /** Id of its first picture. */
    String picture(Paper paper) {
        return read(lead(), paper).json().at("/pictures/0/picture").asString();
    }

    /** Empty while it is between two states and has to be read again. */
    String state(Paper paper) {
        return read(lead(), paper).json().path("state").asString("");
    }

    /** The public page, once it was published. */
    String page(Paper paper) {
        return read(lead(), paper).json().get("path").asString();
    }

    static String path(Paper paper) {
        return STORIES + "/" + paper.id();
    }

    static final String APPROVE = "{\"verdict\":\"APPROVE\"}";

    static Map<String, Object> content(String title, UUID... persons) {
        return Map.of(
                "programme",
                "REINT-26",
                "persons",
                Stream.of(persons)
                        .map(id -> Map.of("consent", id.toString(), "nameChanged", true))
                        .toList(),
                "versions",
                Map.of(
                        "tg", words("Дӯзандае, ки ба хона баргашт"),
                        "ru", words("Портной, который вернулся домой"),
                        "en", words(title)));
    }

    /** With a picture, and with words about it in each language. */
    static Map<String, Object> illustrated(
            UUID picture, int faces, List<UUID> shown, UUID... persons) {
        var content = new HashMap<>(content("The tailor and his machine", persons));
        content.put("pictures", List.of(Map.of("id", picture, "faces", faces, "shown", shown)));
        var versions = new HashMap<String, Object>();
        for (String language : List.of("tg", "ru", "en")) {
            var words = new HashMap<>(words("The tailor and his machine"));
            words.put("alternatives", List.of("Jamshed-of-the-test sews in his workshop."));
            versions.put(language, words);
        }
        content.put("versions", versions);
        return content;
    }

    static String body(String kind, Map<String, Object> content) {
        return json(Map.of("kind", kind, "content", content));
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    private static Map<String, Object> words(String title) {
        return Map.of(
                "title",
                title,
                "teaser",
                "Zarifa-of-the-test came back and began again.",
                "sections",
                List.of(Map.of("paragraphs", List.of("She opened a workshop."))));
    }

    private static Paper moved(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return new Paper(answer.id(), answer.json().get("version").asLong());
    }
}
