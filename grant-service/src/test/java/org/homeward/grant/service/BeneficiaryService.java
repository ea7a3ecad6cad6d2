package org.homeward.grant.service;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.contracts.beneficiary.AgeBand;
import org.homeward.contracts.beneficiary.BeneficiaryCorrected;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.contracts.beneficiary.ProgrammeOpened;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.test.NeighbourEvents;
import org.homeward.kit.test.TopicWatermarks;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** What the neighbour tells on its topics. */
final class BeneficiaryService {

    /** How far the consents' topic is; told from the first use of this class. */
    static final TopicWatermarks WATERMARKS = TopicWatermarks.of("homeward.consent.v1");

    private static final Set<String> OPENED = ConcurrentHashMap.newKeySet();

    private BeneficiaryService() {}

    /** Somebody registered who consents to be helped; returns when the service knows it. */
    static UUID consenting(String organisation, String district) {
        var beneficiary = UUID.randomUUID();
        registers(beneficiary, organisation, district);
        gives(UUID.randomUUID(), beneficiary, null);
        waitForConsent(beneficiary, true);
        return beneficiary;
    }

    static UUID consentingTailor() {
        return consenting("hamdilon", "TJ-KT-SHAHRITUS");
    }

    static void registers(UUID beneficiary, String organisation, String district) {
        NeighbourEvents.tell(
                "beneficiary",
                beneficiary,
                new BeneficiaryRegistered(
                        beneficiary,
                        organisation,
                        district,
                        Sex.MALE,
                        AgeBand.FROM_25_TO_59,
                        Channel.COMMUNITY_HEAD));
    }

    static void moves(UUID beneficiary, String organisation, String district) {
        NeighbourEvents.tell(
                "beneficiary",
                beneficiary,
                new BeneficiaryCorrected(
                        beneficiary, organisation, district, Sex.MALE, AgeBand.FROM_25_TO_59));
    }

    /** Tells it the first time, and returns when the service knows it. */
    static void hasOpened(String programme) {
        if (!OPENED.contains(programme)) {
            NeighbourEvents.tell("programme", UUID.randomUUID(), new ProgrammeOpened(programme));
            await().atMost(Duration.ofSeconds(60)).until(() -> isKnown(programme));
            OPENED.add(programme);
        }
    }

    private static boolean isKnown(String programme) {
        try (var mongo = MongoForTest.client(RunningService.mongoUri())) {
            return mongo.getDatabase(RunningService.database())
                            .getCollection("programmes")
                            .find(eq("code", programme))
                            .first()
                    != null;
        }
    }

    static void gives(UUID consent, UUID beneficiary, @Nullable LocalDate until) {
        gives(consent, ConsentPurpose.CASE_MANAGEMENT, beneficiary, until);
    }

    static void gives(
            UUID consent, ConsentPurpose purpose, UUID beneficiary, @Nullable LocalDate until) {
        NeighbourEvents.tell(
                "consent", consent, new ConsentGiven(consent, purpose, beneficiary, null, until));
    }

    static void withdraws(UUID consent, UUID beneficiary) {
        NeighbourEvents.tell("consent", consent, withdrawal(consent, beneficiary));
    }

    /** The consent's next event is a withdrawal, but nothing can be made of it. */
    static void mumblesAWithdrawal(UUID consent, UUID beneficiary) {
        NeighbourEvents.mumble("consent", consent, withdrawal(consent, beneficiary));
    }

    private static ConsentWithdrawn withdrawal(UUID consent, UUID beneficiary) {
        return new ConsentWithdrawn(consent, ConsentPurpose.CASE_MANAGEMENT, beneficiary);
    }

    static void waitForConsent(UUID beneficiary, boolean inForce) {
        var officer = Staff.grantOfficer();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(eligibility(officer, beneficiary))
                                        .contains(
                                                entry("known", true),
                                                entry("consentInForce", inForce)));
    }

    static void waitUntilNothingIsCertain(UUID beneficiary) {
        var officer = Staff.grantOfficer();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> officer.read(path(beneficiary)).status() == 503);
    }

    private static Map<String, Object> eligibility(Staff officer, UUID beneficiary) {
        return Staff.JSON.readValue(
                officer.read(path(beneficiary)).body(), new TypeReference<>() {});
    }

    private static String path(UUID beneficiary) {
        return "/api/v1/people/" + beneficiary + "/eligibility";
    }
}
