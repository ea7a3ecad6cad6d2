package org.homeward.grant.service;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.test.NeighbourEvents;
import org.junit.jupiter.api.Test;

/** What is known of people is built anew when an operator says so. */
class RebuildPeopleTest {

    private static final String PROJECTIONS = "/ops/v1/projections";

    @Test
    void what_was_spoilt_is_as_the_events_say_again() {
        var tailor = BeneficiaryService.consenting("hamdilon", "TJ-KT-SHAHRITUS");
        var refuser = UUID.randomUUID();
        var consent = UUID.randomUUID();
        BeneficiaryService.registers(refuser, "hamdilon", "TJ-KT-SHAHRITUS");
        BeneficiaryService.gives(consent, refuser, null);
        BeneficiaryService.waitForConsent(refuser, true);
        BeneficiaryService.withdraws(consent, refuser);
        BeneficiaryService.waitForConsent(refuser, false);
        var gone = BeneficiaryService.consentingTailor();
        var erasure = UUID.randomUUID();
        NeighbourEvents.tell("erasure", erasure, new BeneficiaryErased(erasure, gone));
        await().atMost(Duration.ofMinutes(1)).until(() -> isErased(gone));
        try (MongoClient mongo = MongoForTest.client(RunningService.mongoUri())) {
            var people = mongo.getDatabase(RunningService.database()).getCollection("people");
            people.updateOne(eq("_id", tailor), Updates.set("organisation", "nobody"));
            people.deleteOne(eq("_id", refuser));
            people.updateOne(eq("_id", gone), Updates.set("organisation", "hamdilon"));
        }

        var operator = Staff.in("administrator");
        var begun = operator.post(PROJECTIONS + "/people/rebuild", null);
        assertThat(begun.status()).as("%s", begun).isEqualTo(202);
        assertThat(operator.post(PROJECTIONS + "/people/rebuild", null).problem())
                .isEqualTo("rebuild-running");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !"RUNNING".equals(state(operator.elsewhere())));

        assertThat(state(operator)).isEqualTo("DONE");
        assertThat(Staff.caseWorkerOf("hamdilon").read(eligibility(tailor)).body())
                .contains("\"known\":true");
        BeneficiaryService.waitForConsent(tailor, true);
        BeneficiaryService.waitForConsent(refuser, false);
        assertThat(isErased(gone)).isTrue();
        assertThat(operator.post(PROJECTIONS + "/funds/rebuild", null).status()).isEqualTo(404);
    }

    /** And nothing else is known of her. */
    private static boolean isErased(UUID person) {
        try (MongoClient mongo = MongoForTest.client(RunningService.mongoUri())) {
            return new Document("_id", person)
                    .append("erased", true)
                    .equals(
                            mongo.getDatabase(RunningService.database())
                                    .getCollection("people")
                                    .find(eq("_id", person))
                                    .first());
        }
    }

    private static String state(Staff operator) {
        return operator.get(PROJECTIONS)
                .json()
                .valueStream()
                .filter(one -> one.path("projection").asString().equals("people"))
                .map(one -> one.path("state").asString(""))
                .findAny()
                .orElseThrow();
    }

    private static String eligibility(UUID beneficiary) {
        return "/api/v1/people/" + beneficiary + "/eligibility";
    }
}
