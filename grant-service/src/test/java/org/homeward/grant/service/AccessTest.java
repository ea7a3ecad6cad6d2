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
