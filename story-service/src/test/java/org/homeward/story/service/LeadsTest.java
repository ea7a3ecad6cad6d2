package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Situation.SOON;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What a grant that was handed over proposes to the editors, and who sees it. */
@ServiceTest
class LeadsTest {

    private static final String LEADS = "/api/v1/leads";
    private static final String PURPOSE = "Homeward-Purpose";
    private static final String DISMISSAL = "{\"reason\":\"ALREADY_TOLD\"}";

    private final int port;
    private final MongoTemplate mongo;
    private final ConsentOffice office = ConsentOffice.shared();

    LeadsTest(@LocalServerPort int port, @Autowired MongoTemplate mongo) {
        this.port = port;
        this.mongo = mongo;
    }

    @Test
    void a_grant_that_is_handed_over_proposes_a_story() {
        var tailor = Tailor.of("TJ-KT-SHAHRITUS");
        // facts of different aggregates come in any order
        tailor.isHandedOver();
        tailor.agrees();
        tailor.isSelected();

        var lead = tailor.lead(editor());
        var listed = editor().get(LEADS + "?limit=100");
        var read = editor().get(LEADS + "/" + lead, PURPOSE, "story-editing");

        assertThat(listed.body()).doesNotContain(tailor.person().toString());
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.json().get("beneficiary").asString()).isEqualTo(tailor.person().toString());
        assertThat(read.json().get("district").asString()).isEqualTo("TJ-KT-SHAHRITUS");
        assertThat(read.body()).doesNotContain(tailor.grant().toString());
        assertThat(accesses(tailor.person())).isEqualTo(1);
        assertThat(editor().get(LEADS + "/" + lead).problem()).isEqualTo("purpose-required");
    }

    @Test
    void nobody_learns_from_what_is_kept_whose_story_was_begun() {
        var tailor = Tailor.of("TJ-KT-SHAHRITUS");
        tailor.isSelected();
        tailor.agrees();
        tailor.isHandedOver();
        var lead = tailor.lead(editor());

        var story = editor().post(LEADS + "/" + lead + "/story", 1L, "{}");

        assertThat(story.status()).as(story.body()).isEqualTo(201);
        var draft = editor().get(story.header("Location"), PURPOSE, "story-editing");
        assertThat(draft.json().get("programme").asString()).isEqualTo(tailor.programme());
        assertThat(draft.json().get("state").asString()).isEqualTo("DRAFT");
        assertThat(draft.json().get("author").asString()).isEqualTo("editor");
        assertThat(draft.json().hasNonNull("region")).isFalse();
        var told = StoryTopic.until(story.id(), "homeward.story.drafted.v1");
        assertThat(told.text()).doesNotContain(lead).doesNotContain(tailor.person().toString());
        for (var collection : List.of("leads", "stories", "granted", "journal")) {
            assertThat(rowsNaming(collection, tailor.person())).as(collection).isZero();
        }
        assertThat(rowsNaming("journal", tailor.grant())).isZero();
        assertThat(entry(UUID.fromString(lead), 2).get("fact", Document.class).get("command"))
                .isNotEqualTo(entry(story.id(), 1).get("fact", Document.class).get("command"));
        assertThat(entry(UUID.fromString(lead), 2).toString())
                .doesNotContain(story.id().toString());
        var kept =
                mongo.getCollection("leads")
                        .find(new Document("_id", UUID.fromString(lead)))
                        .into(new ArrayList<>());
        assertThat(kept.getFirst().get("state", Document.class))
                .containsOnlyKeys("_class", "programme");
        assertThat(tailor.leads(editor())).isEmpty();
    }

    @Test
    void a_lead_is_answered_once_and_by_who_has_seen_it() {
        var tailor = Tailor.of("TJ-KT-SHAHRITUS");
        tailor.isSelected();
        tailor.agrees();
        tailor.isHandedOver();
        var path = LEADS + "/" + tailor.lead(editor()) + "/dismissal";
        var lead = Web.as(port, "lead", "communications-lead");

        assertThat(lead.post(path, null, DISMISSAL).status()).isEqualTo(428);
        assertThat(lead.post(path, 7L, DISMISSAL).status()).isEqualTo(412);
        assertThat(lead.post(path, 1L, "{\"reason\":\"because\"}").status()).isEqualTo(400);
        assertThat(lead.post(path, 1L, DISMISSAL).status()).isEqualTo(200);
        var again = lead.post(path, 2L, DISMISSAL);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("state").asString()).isEqualTo("DISMISSED");
        assertThat(tailor.leads(editor())).isEmpty();
    }

    @Test
    void who_takes_her_consent_back_is_not_asked_for_a_story() {
        var tailor = Tailor.of("TJ-KT-SHAHRITUS");
        tailor.isSelected();
        tailor.agrees();
        tailor.isHandedOver();
        var lead = tailor.lead(editor());

        tailor.takesConsentBack();

        await().atMost(SOON).until(() -> tailor.leads(editor()).isEmpty());
        var read = editor().get(LEADS + "/" + lead, PURPOSE, "story-editing");
        assertThat(read.status()).isEqualTo(404);
        assertThat(editor().post(LEADS + "/" + lead + "/story", 1L, "{}").status()).isEqualTo(404);
    }

    @Test
    void with_her_erasure_her_leads_are_closed_and_nothing_leads_to_another() {
        var tailor = Tailor.of("TJ-KT-SHAHRITUS");
        tailor.isSelected();
        tailor.agrees();
        tailor.isHandedOver();
        var lead = UUID.fromString(tailor.lead(editor()));
        var erasure = UUID.randomUUID();

        office.tell(erasure, new BeneficiaryErased(erasure, tailor.person()));

        StoryTopic.until(erasure, "homeward.story.erasure-confirmed.v1");
        assertThat(tailor.leads(editor())).isEmpty();
        var kept =
                mongo.getCollection("leads")
                        .find(new Document("_id", lead))
                        .into(new ArrayList<>());
        assertThat(kept.getFirst().get("state", Document.class))
                .containsOnlyKeys("_class", "programme");
        for (var collection : List.of("leads", "granted", "erasures")) {
            assertThat(rowsNaming(collection, tailor.person())).as(collection).isZero();
        }
    }

    @Test
    void what_is_told_of_her_after_her_erasure_makes_her_known_again_to_nobody() {
        var tailor = Tailor.of("TJ-KT-SHAHRITUS");
        var erasure = UUID.randomUUID();
        office.tell(erasure, new BeneficiaryErased(erasure, tailor.person()));
        await().atMost(SOON).until(() -> isKnown(tailor, "erased", true));

        tailor.isSelected();
        tailor.agrees();

        await().atMost(SOON)
                .until(
                        () ->
                                isHeard("/place/" + tailor.place())
                                        && isHeard("/consent/" + tailor.consent()));
        assertThat(mongo.findById(tailor.person(), Document.class, "people"))
                .isEqualTo(new Document("_id", tailor.person()).append("erased", true));
    }

    private boolean isHeard(String source) {
        return mongo.getCollection("inbox_positions").countDocuments(new Document("_id.s", source))
                == 1;
    }

    @Test
    void a_lead_whose_person_is_not_to_be_asked_any_more_is_closed_and_forgets_her() {
        var tailor = Tailor.of("TJ-KT-SHAHRITUS");
        tailor.isSelected();
        tailor.agrees();
        tailor.isHandedOver();
        var lead = UUID.fromString(tailor.lead(editor()));
        var waiting = Tailor.of("TJ-KT-SHAHRITUS");
        waiting.isSelected();
        waiting.agrees();
        waiting.isHandedOver();
        var other = UUID.fromString(waiting.lead(editor()));
        wasHandedOverLongAgo(other);
        tailor.dropsOut();
        await().atMost(SOON).until(() -> tailor.leads(editor()).isEmpty());
        assertThat(rowsNaming("leads", tailor.person())).isEqualTo(1);

        wasHandedOverLongAgo(lead);

        await().atMost(SOON).until(() -> rowsNaming("leads", tailor.person()) == 0);
        var late = editor().post(LEADS + "/" + lead + "/dismissal", 2L, DISMISSAL);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("state").asString()).isEqualTo("LAPSED");
        assertThat(waiting.leads(editor())).containsExactly(other.toString());
    }

    @Test
    void who_was_not_selected_by_an_ordinary_programme_is_never_proposed() {
        var trafficked = Tailor.of("TJ-KT-SHAHRITUS");
        var left = Tailor.of("TJ-KT-SHAHRITUS");
        trafficked.agrees();
        trafficked.isHandedOver();
        left.agrees();
        left.isSelected();
        left.dropsOut();
        left.isHandedOver();

        await().atMost(SOON).until(() -> isKept(trafficked) && hasAgreed(trafficked));
        await().atMost(SOON).until(() -> isKept(left) && hasAgreed(left) && hasLeft(left));
        assertThat(trafficked.leads(editor())).isEmpty();
        assertThat(left.leads(editor())).isEmpty();
    }

    @Test
    void nobody_is_proposed_while_news_of_a_consent_may_be_under_way_and_she_comes_back_then() {
        var tailor = Tailor.of("TJ-KT-SHAHRITUS");
        tailor.isSelected();
        tailor.agrees();
        tailor.isHandedOver();
        var lead = tailor.lead(editor());

        office.withdrawTooEarly(tailor.consent());

        await().atMost(SOON).until(() -> tailor.leads(editor()).isEmpty());
        assertThat(editor().post(LEADS + "/" + lead + "/story", 1L, "{}").status()).isEqualTo(503);

        tailor.agrees();
        assertThat(tailor.lead(editor())).isEqualTo(lead);
    }

    private Web editor() {
        return Web.as(port, "editor", "story-editor");
    }

    private boolean isKept(Tailor tailor) {
        return mongo.getCollection("leads")
                        .countDocuments(new Document("state.about.programme", tailor.programme()))
                == 1;
    }

    private boolean hasAgreed(Tailor tailor) {
        return isKnown(tailor, "consents." + tailor.consent(), new Document("$exists", true));
    }

    private boolean hasLeft(Tailor tailor) {
        return isKnown(tailor, "places", new Document());
    }

    private boolean isKnown(Tailor tailor, String field, Object value) {
        return mongo.getCollection("people")
                        .countDocuments(new Document("_id", tailor.person()).append(field, value))
                == 1;
    }

    private void wasHandedOverLongAgo(UUID lead) {
        mongo.getCollection("leads")
                .updateOne(
                        new Document("_id", lead),
                        Updates.set("state.about.handedOver", "2020-01-01"));
    }

    private Document entry(UUID aggregate, long version) {
        return mongo.getCollection("journal")
                .find(new Document("_id", new Document("a", aggregate).append("v", version)))
                .into(new ArrayList<>())
                .getFirst();
    }

    private long accesses(UUID person) {
        return mongo.getCollection("access").countDocuments(new Document("records", person));
    }

    /** Found wherever in a row it stands. */
    private long rowsNaming(String collection, UUID id) {
        return mongo.findAll(Document.class, collection).stream()
                .filter(row -> row.toString().contains(id.toString()))
                .count();
    }
}
