package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.kit.test.ForeignMatrix.looksTheSame;
import static org.homeward.story.service.Newsroom.body;
import static org.homeward.story.service.Newsroom.content;
import static org.homeward.story.service.Situation.SOON;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.ForeignMatrix;
import org.homeward.kit.test.ForeignMatrix.Reach;
import org.homeward.kit.test.TestTokens;
import org.homeward.story.picture.Photographs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is foreign can't be told from what does not exist, by its answer or by the work for it. */
@ServiceTest
class ForeignTest {

    private static final String LEAD = " /api/v1/leads/{id}";
    private static final String STORY = " /api/v1/stories/{id}";
    private static final String CONSENT = " /api/v1/consents/{consent}";
    private static final String STORIES = "/api/v1/stories";
    private static final String LEADS = "/api/v1/leads/";

    private static final Map<String, List<String>> WITHOUT =
            Map.of(
                    "operations, of the whole service",
                    ForeignMatrix.OPERATIONS,
                    "of who reviews and publishes the stories of all authors, in no district",
                    List.of(
                            "POST" + STORY + "/disclosure-test",
                            "POST" + STORY + "/disclosure-review",
                            "POST" + STORY + "/content-review",
                            "POST" + STORY + "/publication",
                            "POST" + STORY + "/retraction"),
                    "of who answers a person by any consent, in no district",
                    List.of(
                            "GET" + CONSENT + "/readings",
                            "GET" + CONSENT + "/export",
                            "GET" + CONSENT + "/export/page"),
                    "public",
                    List.of(
                            "GET /stories/{id}",
                            "GET /stories/{id}/pictures/{picture}/{width}",
                            "GET /tg/stories/{id}",
                            "GET /ru/stories/{id}",
                            "GET /en/stories/{id}"));

    private final int port;
    private final KeyVault vault;
    private final MongoTemplate mongo;
    private final Newsroom newsroom;
    private final Web another;
    private final String author = token("editor");
    private final String stranger = token("another-editor");

    ForeignTest(
            @LocalServerPort int port, @Autowired KeyVault vault, @Autowired MongoTemplate mongo) {
        this.port = port;
        this.vault = vault;
        this.mongo = mongo;
        this.newsroom = new Newsroom(port);
        this.another = new Web(port, stranger);
    }

    @Test
    void to_whoever_does_not_reach_it() {
        var lead = UUID.fromString(proposed());
        var paper = newsroom.draft(UUID.randomUUID());
        var story = paper.id();
        var picture = newsroom.send(paper, Photographs.jpeg(400, 400)).id();
        var sent = Base64.getEncoder().encodeToString(Photographs.png(400, 400));

        ForeignMatrix.check(
                "story-service",
                "http://127.0.0.1:" + port,
                vault,
                List.of(
                        Reach.of("GET" + LEAD, lead),
                        Reach.of("POST" + LEAD + "/story", lead).with(Map.of()),
                        Reach.of("POST" + LEAD + "/dismissal", lead)
                                .with(Map.of("reason", "ALREADY_TOLD")),
                        Reach.of("GET" + STORY, story).by(author, stranger),
                        Reach.of("PUT" + STORY, story)
                                .with(content("Mine now"))
                                .by(author, stranger),
                        Reach.of("POST" + STORY + "/submission", story).by(author, stranger),
                        Reach.of("GET" + STORY + "/consents", story).by(author, stranger),
                        Reach.of("POST" + STORY + "/pictures", story)
                                .with(Map.of("content", sent))
                                .by(author, stranger),
                        Reach.of("GET" + STORY + "/pictures/{picture}", story, picture)
                                .by(author, stranger),
                        Reach.of("POST" + STORY + "/pictures/{picture}/removal", story, picture)
                                .by(author, stranger)),
                WITHOUT);
    }

    @Test
    void to_who_looks_for_a_picture_of_it_in_a_story_of_her_own() {
        var paper = newsroom.pictured(UUID.randomUUID(), UUID.randomUUID());
        var picture = UUID.fromString(newsroom.picture(paper));
        var own = another.post(STORIES, null, body("NEWS", content("Of her own")));
        var pictures = own.header("Location") + "/pictures/";

        looksTheSame(
                vault,
                404,
                picture,
                id -> another.get(pictures + id, "Homeward-Purpose", "story-editing"));
        looksTheSame(vault, 404, picture, id -> another.post(pictures + id + "/removal", null, ""));
    }

    @Test
    void to_who_asks_by_a_consent_that_was_only_heard_of() {
        var heard = UUID.randomUUID();
        ConsentOffice.shared().refuse(heard);
        var row = new Document("_id", heard).append("state", "REFUSED");
        await().atMost(SOON).until(() -> mongo.getCollection("consents").countDocuments(row) == 1);
        var protector = of("data-protection-officer", "*");
        var lead = of("communications-lead", "*");

        looksTheSame(vault, 404, heard, id -> told(protector, id, "/readings", "data-protection"));
        looksTheSame(vault, 404, heard, id -> told(lead, id, "/export?language=tg", "portability"));
        looksTheSame(
                vault, 404, heard, id -> told(lead, id, "/export/page?language=tg", "portability"));
    }

    @Test
    void to_who_knows_of_a_lead_whose_person_is_not_to_be_asked_any_more() {
        var editor = newsroom.editor();
        for (var no : List.<Consumer<Tailor>>of(Tailor::takesConsentBack, Tailor::dropsOut)) {
            var tailor = tailor();
            var lead = UUID.fromString(tailor.lead(editor));
            no.accept(tailor);
            await().atMost(SOON).until(() -> read(editor, lead).status() == 404);

            looksTheSame(vault, 404, lead, id -> read(editor, id));
            looksTheSame(vault, 404, lead, id -> editor.post(LEADS + id + "/story", 1L, "{}"));
            looksTheSame(
                    vault,
                    404,
                    lead,
                    id ->
                            editor.post(
                                    LEADS + id + "/dismissal",
                                    1L,
                                    "{\"reason\":\"ALREADY_TOLD\"}"));
        }
    }

    @Test
    void to_who_lists_what_there_is() {
        var lead = proposed();
        var story = newsroom.draft(UUID.randomUUID()).id().toString();
        var ofVose = of("story-editor", "TJ-KT-VOSE");

        assertThat(newsroom.editor().get("/api/v1/leads?limit=100").body()).contains(lead);
        assertThat(ofVose.get("/api/v1/leads?limit=100").body()).doesNotContain(lead);
        assertThat(newsroom.editor().get(STORIES + "?limit=100").body()).contains(story);
        assertThat(another.get(STORIES + "?limit=100").body()).doesNotContain(story);
    }

    @Test
    void a_story_is_foreign_to_no_reviewer() {
        var paper = newsroom.draft(UUID.randomUUID());

        for (var role : List.of("protection-officer", "communications-lead")) {
            var consents = newsroom.consents(of(role, "TJ-SU-AYNI"), paper);
            assertThat(consents.status()).as(role).isEqualTo(200);
        }
    }

    private String proposed() {
        return tailor().lead(newsroom.editor());
    }

    private static Tailor tailor() {
        var tailor = Tailor.of("TJ-KT-SHAHRITUS");
        tailor.isSelected();
        tailor.agrees();
        tailor.isHandedOver();
        return tailor;
    }

    private static Answer read(Web who, UUID lead) {
        return who.get(LEADS + lead, "Homeward-Purpose", "story-editing");
    }

    private static Answer told(Web who, UUID consent, String what, String purpose) {
        return who.get("/api/v1/consents/" + consent + what, "Homeward-Purpose", purpose);
    }

    private Web of(String role, String district) {
        return new Web(
                port, TestTokens.shared().of("somebody", "mission", List.of(role), district));
    }

    private static String token(String subject) {
        return TestTokens.shared().of(subject, "mission", "story-editor");
    }
}
