package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Newsroom.body;
import static org.homeward.story.service.Newsroom.content;
import static org.homeward.story.service.Situation.SOON;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.consent.ConsentErased;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.test.Answer;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import tools.jackson.databind.JsonNode;

/** What stories tell of a person, told to her by her consents. */
@ServiceTest
class ExportTest {

    private static final String PURPOSE = "Homeward-Purpose";
    private static final String WORDS = "Zarifa-of-the-test";

    private final Situation now;
    private final MongoDatabaseFactory mongo;
    private final KeyVault vault;
    private final Web lead;
    private final UUID person = UUID.randomUUID();

    ExportTest(
            @LocalServerPort int port,
            @Autowired MongoDatabaseFactory mongo,
            @Autowired KeyVault vault) {
        this.now = new Situation(port);
        this.mongo = mongo;
        this.vault = vault;
        this.lead = now.newsroom().lead();
    }

    @Test
    void of_a_draft_of_her_alone_she_is_told_every_word_in_her_language() {
        drafted(Map.of(person, "Nigina"));

        for (var language : List.of("tg", "ru", "en")) {
            var told = export(person, "?language=" + language);

            assertThat(told.status()).as(told.body()).isEqualTo(200);
            assertThat(told.header("Cache-Control")).isEqualTo("no-store");
            var records = told.json().path("records");
            assertThat(records.findValuesAsString("kind"))
                    .containsExactly("STORY", "VERSION", "VERSION", "VERSION");
            assertThat(told.body()).contains(WORDS, "Nigina", "The tailor", "Портной", "Дӯзандае");
            assertThat(field(records, "state").path("texts"))
                    .isNotEqualTo(field(records, "state").path("values"));
            assertThat(field(records, "kind").path("texts"))
                    .isNotEqualTo(field(records, "kind").path("values"));

            var page = export(person, "/page?language=" + language);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.body()).contains("<html lang=\"" + language + "\">", WORDS, "Nigina");
        }
    }

    @Test
    void with_somebody_else_in_it_she_is_told_its_words_while_everybody_can_read_them() {
        var brother = now.office().ask();
        var newsroom = now.newsroom();
        var draft = drafted(Map.of(person, "Nigina", brother, "Daler"));
        assertWithheld();

        var story = newsroom.approved(newsroom.submitted(draft));
        var hash = newsroom.textHash(story);
        now.office().give(person, hash);
        now.office().give(brother, hash);
        assertWithheld();

        now.publishedWhenHeard(story);
        await().atMost(SOON).untilAsserted(() -> assertThat(exported()).contains(WORDS));
        assertThat(state()).isEqualTo("PUBLISHED");

        // nobody reads the page while the news before this one is missing
        now.office().withdrawTooEarly(brother);
        await().atMost(SOON).untilAsserted(this::assertWithheld);

        now.office().give(brother, hash);
        await().atMost(SOON).until(() -> state().equals("RETRACTED"));
        var gone = export(person, "?language=en").json().path("records");
        assertThat(gone).hasSize(1);
        assertThat(gone.at("/0/fields").findValuesAsString("field")).containsExactly("state");
    }

    @Test
    void who_is_only_shown_is_told_in_how_many_pictures() {
        var photograph = now.office().ask();
        now.newsroom().pictured(person, photograph);

        var told = export(photograph, "?language=ru");

        var records = told.json().path("records");
        assertThat(records).as(told.body()).hasSize(1);
        assertThat(field(records, "pictures").path("values").toString()).isEqualTo("[\"1\"]");
        assertThat(told.body()).contains("WITHHELD").doesNotContain(WORDS, person.toString());
    }

    @Test
    void who_was_erased_has_nothing_left_to_be_told() {
        var paper = drafted(Map.of(person, "Nigina"));
        var order = UUID.randomUUID();

        now.office()
                .tell(
                        person,
                        new ConsentErased(person, ConsentPurpose.STORY_PUBLICATION, order, null));

        StoryTopic.until(order, "homeward.story.erasure-confirmed.v1");
        assertThat(now.newsroom().state(paper)).isEqualTo("ERASED");
        var told = export(person, "?language=en");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.json().path("records")).isEmpty();
    }

    @Test
    void words_that_can_not_be_opened_keep_nothing_else_back() {
        var broken = drafted(Map.of(person, "Nigina"));
        var keys = keys();
        var id = new Document("_id", broken.id());
        var key = Objects.requireNonNull(keys.findOneAndDelete(id));
        try {
            vault.forget(broken.id());
            drafted(Map.of(person, "Zebo"));

            var told = export(person, "?language=tg");

            assertThat(told.status()).as(told.body()).isEqualTo(200);
            assertThat(told.body()).contains("UNAVAILABLE", "Zebo").doesNotContain("Nigina");
        } finally {
            keys.insertOne(key);
            vault.forget(broken.id());
        }
        assertThat(exported()).contains("Zebo", "Nigina");
    }

    @Test
    void it_is_recorded_with_its_purpose_and_given_for_no_other() {
        drafted(Map.of(person, "Nigina"));

        assertThat(export(person, "?language=tg").status()).isEqualTo(200);

        assertThat(readsOfHer()).hasSize(1);
        assertThat(readsOfHer().getFirst()).containsEntry("purpose", "portability");
        var without = lead.get("/api/v1/consents/" + person + "/export?language=tg");
        assertThat(without.problem()).isEqualTo("purpose-required");
        assertThat(export(person, "?language=fa").status()).isEqualTo(400);
        assertThat(export(UUID.randomUUID(), "?language=tg").status()).isEqualTo(404);
        assertThat(readsOfHer()).hasSize(1);
    }

    /** With the names that they chose, by consent. */
    private Paper drafted(Map<UUID, String> people) {
        var content = new HashMap<>(content("The tailor who came home"));
        content.put(
                "persons",
                people.entrySet().stream()
                        .map(
                                one ->
                                        Map.of(
                                                "consent",
                                                one.getKey(),
                                                "nameChanged",
                                                true,
                                                "pseudonym",
                                                one.getValue()))
                        .toList());
        var answer = now.newsroom().editor().post("/api/v1/stories", null, body("STORY", content));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new Paper(answer.id(), 1);
    }

    private void assertWithheld() {
        var told = export(person, "?language=en");
        assertThat(told.json().path("records")).as(told.body()).hasSize(1);
        assertThat(told.body()).contains("WITHHELD", "Nigina").doesNotContain("Daler", WORDS);
    }

    private String exported() {
        return export(person, "?language=en").body();
    }

    private String state() {
        var records = export(person, "?language=en").json().path("records");
        return field(records, "state").at("/values/0").asString();
    }

    private Answer export(UUID consent, String rest) {
        return lead.get("/api/v1/consents/" + consent + "/export" + rest, PURPOSE, "portability");
    }

    /** Of the first story. */
    private static JsonNode field(JsonNode records, String name) {
        return records.at("/0/fields")
                .valueStream()
                .filter(field -> field.path("field").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Document> readsOfHer() {
        return mongo.getMongoDatabase()
                .getCollection("access")
                .find(new Document("records", person))
                .into(new ArrayList<>());
    }

    private MongoCollection<Document> keys() {
        return mongo.getMongoDatabase(mongo.getMongoDatabase().getName() + "_vault")
                .getCollection("keys");
    }
}
