package org.homeward.beneficiary.service;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.kit.test.NeighbourEvents;

/** What the neighbours tell on their topics. */
final class OtherServices {

    private OtherServices() {}

    /** A grant of a programme for somebody, which the service has heard of. */
    static UUID granted(UUID person, String programme) {
        var grant = UUID.randomUUID();
        NeighbourEvents.tell(
                "grant",
                grant,
                new GrantApproved(
                        grant,
                        UUID.randomUUID(),
                        person,
                        UUID.randomUUID(),
                        programme,
                        Cases.DISTRICT,
                        Sector.CLOTHING,
                        new Money("8100.50", "TJS"),
                        true));
        heard(new Document("_id", grant).append("beneficiary", person));
        return grant;
    }

    /** Handed in, by an event of grant-service. */
    static void applied(UUID person, String programme) {
        var application = UUID.randomUUID();
        NeighbourEvents.tell(
                "application",
                application,
                new ApplicationSubmitted(
                        application,
                        person,
                        programme,
                        Cases.DISTRICT,
                        Sector.CLOTHING,
                        new Money("8100.50", "TJS")));
        heard(new Document("_id", application));
    }

    /** It is at its end, and the service has heard of it. */
    static void closed(UUID grant) {
        NeighbourEvents.tell("grant", grant, new GrantClosed(grant));
        heard(new Document("_id", grant).append("closed", true));
    }

    private static void heard(Document grant) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Database.stored("running_grants", grant).isEmpty());
    }
}
