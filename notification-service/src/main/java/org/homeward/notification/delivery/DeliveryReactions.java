package org.homeward.notification.delivery;

import static org.homeward.notification.subscription.Occasion.APPLICATION_REJECTED;
import static org.homeward.notification.subscription.Occasion.APPLICATION_SUBMITTED;
import static org.homeward.notification.subscription.Occasion.GLASS_BROKEN;
import static org.homeward.notification.subscription.Occasion.GRANT_APPROVED;
import static org.homeward.notification.subscription.Occasion.STORY_APPROVED;
import static org.homeward.notification.subscription.Occasion.STORY_PUBLISHED;
import static org.homeward.notification.subscription.Occasion.STORY_RETRACTED;
import static org.homeward.notification.subscription.Occasion.STORY_SUBMITTED;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.contracts.Event;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.access.GlassBroken;
import org.homeward.contracts.access.TokensDenied;
import org.homeward.contracts.beneficiary.BeneficiaryCorrected;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.contracts.grant.ApplicationRejected;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.story.StoryApproved;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.contracts.story.StoryRetracted;
import org.homeward.contracts.story.StorySubmitted;
import org.homeward.kit.inbox.Reactions;
import org.homeward.kit.inbox.Received;
import org.homeward.kit.journal.Change;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.security.DeniedTokens;
import org.homeward.notification.subscription.Occasion;
import org.homeward.notification.webhook.PublicEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which event is an occasion to tell whom. */
@Configuration
class DeliveryReactions {

    private final EventCatalogue catalogue;
    private final Announce announce;
    private final People people;
    private final PublicEvents published;
    private final ForgetPerson forget;
    private final Alarms alarms;

    DeliveryReactions(
            EventCatalogue catalogue,
            Announce announce,
            People people,
            PublicEvents published,
            ForgetPerson forget,
            Alarms alarms) {
        this.catalogue = catalogue;
        this.announce = announce;
        this.people = people;
        this.published = published;
        this.forget = forget;
        this.alarms = alarms;
    }

    /** Every public event may be wanted by a webhook; of some, people are told too. */
    @Bean
    Reactions reactions() {
        var topics =
                Stream.concat(
                        published.topics().stream(),
                        Stream.of("homeward.access.v1", "homeward.erasure.v1"));
        var reactions =
                Reactions.of(topics.toArray(String[]::new))
                        .projecting(
                                DeniedTokens.COLLECTION, TokensDenied.class, DeniedTokens::project)
                        .on(GlassBroken.class, this::broken)
                        .on(BeneficiaryErased.class, (e, _, change) -> forget.forget(e, change))
                        .projecting(
                                People.COLLECTION,
                                BeneficiaryErased.class,
                                (e, known) -> people.forgets(e.beneficiary(), known))
                        .projecting(
                                People.COLLECTION,
                                BeneficiaryRegistered.class,
                                (e, known) ->
                                        people.belongs(
                                                e.beneficiary(),
                                                e.organisation(),
                                                e.district(),
                                                known))
                        .projecting(
                                People.COLLECTION,
                                BeneficiaryCorrected.class,
                                (e, known) ->
                                        people.belongs(
                                                e.beneficiary(),
                                                e.organisation(),
                                                e.district(),
                                                known));
        for (var event : published.events()) {
            reactions = reactions.on(event, this::happened);
        }
        return reactions;
    }

    /**
     * For people only, of whom one has to review it: no webhook is told, and no dashboard. Heard of
     * days late it is told to nobody; where nobody had subscribed then, the topics are read anew.
     */
    private void broken(GlassBroken event, Received received, Change change) {
        var facts = Map.of("opening", event.opening().toString());
        var news = news(GLASS_BROKEN, event, received, facts, null);
        int reviewers = announce.toReviewers(news, event, change);
        boolean unheard = news.isNew(change.now()) ? reviewers == 0 : reviewers > 0;
        if (unheard) {
            alarms.raise(
                    "glass-broken",
                    "opening " + event.opening() + " was told to nobody who may review it",
                    null);
        }
    }

    private void happened(Event event, Received received, Change change) {
        announce.toWebhooks(event, received, change);
        switch (event) {
            case ApplicationSubmitted submitted -> submitted(submitted, received, change);
            case ApplicationRejected rejected -> rejected(rejected, received, change);
            case GrantApproved approved -> approved(approved, received, change);
            case StorySubmitted e -> story(STORY_SUBMITTED, e, e.story(), received, change);
            case StoryApproved e -> story(STORY_APPROVED, e, e.story(), received, change);
            case StoryPublished e -> story(STORY_PUBLISHED, e, e.story(), received, change);
            case StoryRetracted e -> story(STORY_RETRACTED, e, e.story(), received, change);
            default -> {
                // of others nobody is told but webhooks
            }
        }
    }

    private void submitted(ApplicationSubmitted event, Received received, Change change) {
        var facts =
                Map.of(
                        "programme", event.programme(),
                        "application", event.application().toString());
        announce.toStaff(
                news(APPLICATION_SUBMITTED, event, received, facts, event.beneficiary()), change);
    }

    private void rejected(ApplicationRejected event, Received received, Change change) {
        var facts =
                Map.of(
                        "programme", event.programme(),
                        "application", event.application().toString());
        announce.toStaff(
                news(APPLICATION_REJECTED, event, received, facts, event.beneficiary()), change);
    }

    private void approved(GrantApproved event, Received received, Change change) {
        var facts = Map.of("programme", event.programme(), "grant", event.grant().toString());
        var news = news(GRANT_APPROVED, event, received, facts, event.beneficiary());
        announce.toStaff(news, change);
        announce.toBeneficiary(news, event.beneficiary(), change);
    }

    private void story(
            Occasion occasion, Event event, UUID story, Received received, Change change) {
        var facts = Map.of("story", story.toString());
        announce.toStaff(news(occasion, event, received, facts, null), change);
    }

    private News news(
            Occasion occasion,
            Event event,
            Received received,
            Map<String, String> facts,
            @Nullable UUID beneficiary) {
        return new News(
                occasion,
                received.id(),
                catalogue.typeOf(event),
                received.time(),
                facts,
                beneficiary);
    }
}
