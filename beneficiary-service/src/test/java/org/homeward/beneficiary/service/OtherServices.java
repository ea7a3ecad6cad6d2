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
import org.homeward.contracts.grant.GrantHandedOver;
import org.homeward.kit.test.NeighbourEvents;

/** What the neighbours tell on their topics. */
final class OtherServices {

    private static final Duration SOON = Duration.ofSeconds(60);

    private OtherServices() {}

    /** A grant of a programme for somebody, which the service has heard of. */
    static UUID granted(UUID person, String programme) {
        var grant = UUID.randomUUID();
        NeighbourEvents.tell("grant", grant, approval(grant, person, programme));
        heard(new Document("_id", grant).append("beneficiary", person));
        return grant;
    }

    /**
     * A grant for somebody, of which the service has put aside what it heard: another event of it
     * is missing.
     */
    static UUID grantedUnheard(UUID person, String programme) {
        var grant = UUID.randomUUID();
        NeighbourEvents.tellTooEarly("grant", grant, approval(grant, person, programme));
        await().atMost(SOON).until(() -> Database.stored("parked", aside(grant)).size() == 1);
        return grant;
    }

    /** The missing one comes, and what was put aside is handled. */
    static void isHeard(UUID grant) {
        NeighbourEvents.tell(
                "grant",
                grant,
                new GrantHandedOver(grant, "REINT-26", Cases.DISTRICT, Sector.CLOTHING));
        await().atMost(SOON).until(() -> Database.stored("parked", aside(grant)).isEmpty());
        RunningService.knowsAllGrants();
    }

    private static Document aside(UUID grant) {
        return new Document("s", "/grant/" + grant);
    }

    private static GrantApproved approval(UUID grant, UUID person, String programme) {
        return new GrantApproved(
                grant,
                UUID.randomUUID(),
                person,
                UUID.randomUUID(),
                programme,
                Cases.DISTRICT,
                Sector.CLOTHING,
                new Money("8100.50", "TJS"),
                true);
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
        await().atMost(SOON).until(() -> !Database.stored("running_grants", grant).isEmpty());
    }
}
