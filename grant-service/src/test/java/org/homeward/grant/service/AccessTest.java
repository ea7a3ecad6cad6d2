package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.kit.test.MongoForTest;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final String GRANTS = "/api/v1/grants";

    /** Of whom nothing was recorded before. */
    private final String subject = "reader-" + UUID.randomUUID();

    private final Staff reader =
            Staff.of(subject, "mission", List.of("programme-manager"), "*")
                    .with("Homeward-Purpose", "monitoring");

    @Test
    void applications_and_grants_are_read_and_listed_for_a_purpose_only() {
        var application = Cases.submitted();
        var grant = Cases.granted(BeneficiaryService.consentingTailor(), Cases.fund("10000.00"));

        for (var path : List.of(application, Cases.APPLICATIONS, grant, GRANTS)) {
            var without = Staff.grantOfficer().get(path);
            var curious = Staff.grantOfficer().with("Homeward-Purpose", "curiosity").get(path);

            assertThat(without.problem()).as(path).isEqualTo("purpose-required");
            assertThat(curious.problem()).as(path).isEqualTo("purpose-required");
        }
        assertThat(Staff.grantOfficer().read(Cases.APPLICATIONS).body())
                .doesNotContain(Bodies.ACTIVITY, Bodies.ITEM);
    }

    @Test
    void a_page_is_recorded_once_with_all_it_shows_and_whose_they_are() {
        var fund = Cases.fund("20000.00");
        var tailor = BeneficiaryService.consentingTailor();
        Cases.granted(tailor, fund);
        Cases.granted(tailor, fund);
        Cases.draft(BeneficiaryService.consentingTailor(), fund);

        for (var list : List.of(Cases.APPLICATIONS, GRANTS)) {
            var items = reader.get(list + "?limit=3").json().path("items");

            assertThat(items).as(list).isNotEmpty();
            assertThat(recorded().getLast().getList("records", UUID.class))
                    .as(list)
                    .containsExactlyInAnyOrderElementsOf(
                            items.valueStream()
                                    .flatMap(
                                            one ->
                                                    Stream.of(
                                                            one.path("id"),
                                                            one.path("beneficiary")))
                                    .map(id -> UUID.fromString(id.asString()))
                                    .distinct()
                                    .toList());
        }
        assertThat(recorded())
                .extracting(entry -> entry.getString("type"))
                .containsExactly("application", "grant");
        assertThat(recorded())
                .extracting(entry -> entry.getString("purpose"))
                .containsOnly("monitoring");
    }

    @Test
    void a_grant_is_recorded_with_whose_it_is_and_nothing_when_nothing_is_shown() {
        var tailor = BeneficiaryService.consentingTailor();
        var grant = Cases.granted(tailor, Cases.fund("10000.00"));

        reader.get(GRANTS + "/" + UUID.randomUUID());
        reader.get(Cases.APPLICATIONS + "?beneficiary=" + UUID.randomUUID());
        assertThat(recorded()).isEmpty();
        reader.get(grant);

        assertThat(recorded()).hasSize(1);
        assertThat(recorded().getFirst().getList("records", UUID.class))
                .containsExactly(Cases.idOf(grant), tailor);
    }

    @Test
    void whether_somebody_agrees_is_told_for_a_purpose_and_recorded_as_a_read_of_her() {
        var tailor = BeneficiaryService.consentingTailor();
        var eligibility = "/api/v1/people/" + tailor + "/eligibility";

        assertThat(reader.get(eligibility).problem()).isEqualTo("purpose-required");
        reader.read("/api/v1/people/" + UUID.randomUUID() + "/eligibility");
        assertThat(recorded()).isEmpty();
        assertThat(reader.read(eligibility).json().path("consentInForce").asBoolean()).isTrue();

        assertThat(recorded()).hasSize(1);
        assertThat(recorded().getFirst())
                .containsEntry("type", "eligibility")
                .containsEntry("purpose", "application-review")
                .containsEntry("records", List.of(tailor));
    }

    @Test
    void what_moved_the_money_of_a_fund_is_read_for_a_purpose_and_recorded_with_whose_it_is() {
        var fund = Cases.fund("20000.00");
        var movements = Cases.FUNDS + "/" + fund + "/movements";
        reader.get(movements);
        assertThat(recorded()).isEmpty();
        var tailor = BeneficiaryService.consentingTailor();
        var grant = Cases.granted(tailor, fund);
        var item = Staff.grantOfficer().read(grant).json().at("/items/0/id").asString();
        Staff.grantOfficer()
                .ifMatch(1)
                .post(grant + "/items/" + item + "/cancellation", Bodies.reason());

        assertThat(reader.read(movements).problem()).isEqualTo("purpose-required");
        assertThat(recorded()).isEmpty();
        assertThat(reader.get(movements).json().path("items")).hasSize(2);

        assertThat(recorded()).hasSize(1);
        assertThat(recorded().getFirst())
                .containsEntry("type", "fund-movement")
                .containsEntry("purpose", "monitoring");
        assertThat(recorded().getFirst().getList("records", UUID.class))
                .containsExactlyInAnyOrder(Cases.idOf(grant), UUID.fromString(item), tailor);
    }

    /** Or a page would be refused for ever. */
    @Test
    void a_movement_of_which_was_not_kept_whose_it_is_is_recorded_by_what_it_was_for() {
        var fund = Cases.fund("20000.00");
        var grant = Cases.granted(BeneficiaryService.consentingTailor(), fund);
        try (var client = MongoForTest.client(RunningService.mongoUri())) {
            client.getDatabase(RunningService.database())
                    .getCollection("fund_movements")
                    .updateOne(
                            new Document("fund", fund),
                            new Document("$unset", new Document("beneficiary", "")));
        }

        reader.get(Cases.FUNDS + "/" + fund + "/movements");

        assertThat(recorded().getFirst().getList("records", UUID.class))
                .containsExactly(Cases.idOf(grant));
    }

    private List<Document> recorded() {
        try (var client = MongoForTest.client(RunningService.mongoUri())) {
            return client.getDatabase(RunningService.database())
                    .getCollection("access")
                    .find(new Document("subject", subject))
                    .sort(new Document("at", 1))
                    .into(new ArrayList<>());
        }
    }
}
