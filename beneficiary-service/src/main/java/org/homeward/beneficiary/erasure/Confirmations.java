package org.homeward.beneficiary.erasure;

import static org.homeward.beneficiary.erasure.ErasureTypes.ERASURE;

import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.erasure.Erasure.Awaited;
import org.homeward.beneficiary.erasure.Erasure.Elsewhere;
import org.homeward.beneficiary.hold.PeopleOfProgrammes;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.contracts.grant.GrantErasureConfirmed;
import org.homeward.contracts.notification.NotificationErasureConfirmed;
import org.homeward.contracts.story.StoryErasureConfirmed;
import org.homeward.kit.inbox.Reactions;
import org.homeward.kit.journal.Change;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the other services tell that an erasure waits for, or that stands in its way. */
@Configuration(proxyBeanMethods = false)
class Confirmations {

    @Bean
    Reactions reactions(ProgrammeClock clock) {
        return Reactions.of(
                        "homeward.grant.v1",
                        "homeward.grant-erasure.v1",
                        "homeward.story-erasure.v1",
                        "homeward.notification-erasure.v1")
                .on(
                        GrantErasureConfirmed.class,
                        (event, _, change) ->
                                confirmed(Elsewhere.GRANT, event.erasure(), clock, change))
                .on(
                        StoryErasureConfirmed.class,
                        (event, _, change) ->
                                confirmed(Elsewhere.STORY, event.erasure(), clock, change))
                .on(
                        NotificationErasureConfirmed.class,
                        (event, _, change) ->
                                confirmed(Elsewhere.NOTIFICATION, event.erasure(), clock, change))
                .projecting(
                        PeopleOfProgrammes.GRANTS,
                        ApplicationSubmitted.class,
                        PeopleOfProgrammes::applied)
                .projecting(
                        PeopleOfProgrammes.GRANTS,
                        GrantApproved.class,
                        PeopleOfProgrammes::approved)
                .projecting(
                        PeopleOfProgrammes.GRANTS, GrantClosed.class, PeopleOfProgrammes::closed);
    }

    private static void confirmed(Elsewhere from, UUID order, ProgrammeClock clock, Change change) {
        var confirmation = new Awaited(from, order);
        for (var erasure : change.findAll(ERASURE, new Document(ErasureTypes.ORDER, order))) {
            if (erasure.state() instanceof Erasure.Ordered ordered
                    && ordered.awaited().contains(confirmation)) {
                change.update(erasure, ordered.confirmed(confirmation, clock.instant()));
            }
        }
    }
}
