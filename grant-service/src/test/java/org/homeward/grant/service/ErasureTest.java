package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.Event;
import org.homeward.contracts.beneficiary.BeneficiarySelected;
import org.homeward.contracts.beneficiary.HouseholdJoined;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.contracts.grant.GrantErasureConfirmed;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.test.NeighbourEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is left here of somebody who was erased: figures, and no word. */
class ErasureTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final UUID person = BeneficiaryService.consentingTailor();
    private final UUID erasure = UUID.randomUUID();

    @Test
    void her_applications_end_without_a_word_and_it_is_confirmed() {
        var fund = Cases.fund("10000.00");
        var draft = Cases.draft(person, fund);
        var submitted = Cases.submitted(person, fund);

        erased();

        assertThat(confirmedAfterAMinute()).containsExactly(new GrantErasureConfirmed(erasure));
        assertThat(List.of(draft, submitted))
                .allMatch(application -> isKeyDestroyed(Cases.idOf(application)))
                .allMatch(application -> state(application).equals("ERASED"));
        var read = Staff.programmeManager().read(submitted);
        assertThat(read.status()).as("%s", read).isEqualTo(410);
        assertThat(read.problem()).isEqualTo("person-erased");
        var edited = Staff.grantOfficer().ifMatch(2).post(draft + "/submission", null);
        assertThat(edited.json().path("state").asString()).isEqualTo("ERASED");
        var known = Staff.grantOfficer().read("/api/v1/people/" + person + "/eligibility");
        assertThat(known.json().path("known").asBoolean()).isFalse();
        var orders = stored("erasures", new Document("_id", erasure)).getFirst();
        assertThat(orders.toString()).doesNotContain(person.toString());
    }

    @Test
    void while_a_grant_of_hers_runs_nothing_is_destroyed_and_nothing_confirmed() {
        var grant = Cases.granted(person, Cases.fund("10000.00"));

        erased();

        var order = new Document("_id", erasure).append("state._class", "erasure.waiting");
        await().atMost(SOON).until(() -> !stored("erasures", order).isEmpty());
        int version = 1;
        for (var item :
                Staff.grantOfficer().read(grant).json().path("items").findValuesAsString("id")) {
            done(
                    Staff.grantOfficer().ifMatch(version++),
                    grant + "/items/" + item + "/cancellation",
                    Bodies.reason());
        }
        assertThat(stored("erasures", order)).isNotEmpty();
        done(Staff.programmeManager().ifMatch(version), grant + "/closure", null);

        assertThat(confirmedAfterAMinute()).containsExactly(new GrantErasureConfirmed(erasure));
        assertThat(isKeyDestroyed(Cases.idOf(grant))).isTrue();
        var figures = Staff.grantOfficer().read(grant);
        assertThat(figures.status()).as("%s", figures).isEqualTo(200);
        assertThat(figures.json().path("amount").isMissingNode()).isFalse();
    }

    @Test
    void what_a_change_wrote_that_had_begun_before_is_destroyed_before_it_is_confirmed() {
        var another = Cases.draft(BeneficiaryService.consentingTailor(), Cases.fund("10000.00"));
        var late = Cases.idOf(another);
        erased();
        await().atMost(SOON).until(this::isWalked);

        change("applications", late, new Document("state.applicant.beneficiary", person));
        assertThat(isKeyDestroyed(late)).isFalse();

        assertThat(confirmedAfterAMinute()).containsExactly(new GrantErasureConfirmed(erasure));
        assertThat(isKeyDestroyed(late)).isTrue();
        assertThat(state(another)).isEqualTo("ERASED");
    }

    @Test
    void what_is_told_of_her_after_it_makes_her_known_again_to_nobody() {
        erased();
        await().atMost(SOON).until(() -> known().equals(nothing()));
        var household = UUID.randomUUID();
        var place = UUID.randomUUID();
        var consent = UUID.randomUUID();

        NeighbourEvents.tell("household", household, new HouseholdJoined(household, person));
        NeighbourEvents.tell(
                "place",
                place,
                new BeneficiarySelected(place, person, UUID.randomUUID(), "REINT-26"));
        BeneficiaryService.gives(consent, person, null);
        BeneficiaryService.moves(person, "hamdilon", "TJ-KT-SHAHRITUS");

        var later =
                List.of(
                        position("/household/" + household, 1),
                        position("/place/" + place, 1),
                        position("/consent/" + consent, 1),
                        position("/beneficiary/" + person, 2));
        await().atMost(SOON)
                .until(
                        () ->
                                later.stream()
                                        .noneMatch(
                                                one -> stored("inbox_positions", one).isEmpty()));
        assertThat(known()).isEqualTo(nothing());
    }

    private static Document position(String source, long sequence) {
        return new Document("_id.s", source).append("sequence", sequence);
    }

    private List<Document> known() {
        return stored("people", new Document("_id", person));
    }

    private List<Document> nothing() {
        return List.of(new Document("_id", person).append("erased", true));
    }

    private void erased() {
        NeighbourEvents.tell("erasure", erasure, new BeneficiaryErased(erasure, person));
    }

    /** What is there is destroyed at once; the minute is for what may come in late. */
    private List<Event> confirmedAfterAMinute() {
        await().atMost(SOON).until(this::isWalked);
        Cases.daysPass(Duration.ofMinutes(1));
        return GrantTopic.of("homeward.grant-erasure.v1", erasure, 1);
    }

    private boolean isWalked() {
        return !stored(
                        "erasures",
                        new Document("_id", erasure)
                                .append("state.walked", new Document("$exists", true)))
                .isEmpty();
    }

    /** As a list shows it. */
    private String state(String application) {
        return Staff.grantOfficer()
                .read(Cases.APPLICATIONS + "?beneficiary=" + person)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(Cases.idOf(application).toString()))
                .findFirst()
                .orElseThrow()
                .path("state")
                .asString();
    }

    private static void done(Staff who, String path, @Nullable Map<String, Object> body) {
        var answer = who.post(path, body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    private static boolean isKeyDestroyed(UUID record) {
        try (var client = MongoForTest.client(RunningService.mongoUri())) {
            var key =
                    client.getDatabase(RunningService.database() + "_vault")
                            .getCollection("keys")
                            .find(new Document("_id", record))
                            .first();
            return Objects.requireNonNull(key).get("destroyed") != null;
        }
    }

    private static void change(String collection, UUID id, Document set) {
        try (var client = MongoForTest.client(RunningService.mongoUri())) {
            client.getDatabase(RunningService.database())
                    .getCollection(collection)
                    .updateOne(new Document("_id", id), new Document("$set", set));
        }
    }

    private static List<Document> stored(String collection, Document query) {
        try (var client = MongoForTest.client(RunningService.mongoUri())) {
            return client.getDatabase(RunningService.database())
                    .getCollection(collection)
                    .find(query)
                    .into(new ArrayList<>());
        }
    }
}
