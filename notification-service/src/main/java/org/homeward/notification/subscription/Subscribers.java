package org.homeward.notification.subscription;

import static org.homeward.notification.subscription.SubscriptionTypes.SUBSCRIPTION;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Who wants to hear of something and may. */
@Component
public class Subscribers {

    private final SubscriptionSettings settings;

    Subscribers(SubscriptionSettings settings) {
        this.settings = settings;
    }

    /**
     * Their subscriptions; choice, roles and scope are compared in the query.
     *
     * @param place null when it belongs nowhere or that is not known yet: then scope is not asked
     * @param before only those that had been made by then; null for all
     */
    public List<Subscriber> of(
            Occasion occasion, @Nullable Place place, @Nullable Instant before, Change change) {
        var anywhere = Criteria.where("state.roles").in(occasion.anywhere());
        var own = Criteria.where("state.roles").in(occasion.ownOrganisation());
        var wants = wants(occasion, before);
        if (place != null) {
            own = own.and("state.organisation").is(place.organisation());
            wants = wants.and("state.districts").in(Subscription.ALL, place.district());
        }
        return find(wants.orOperator(anywhere, own), change);
    }

    /**
     * Who may review that a file was opened out of scope, and is told: in all districts or the
     * file's, not the one who opened it, and with a log-in so recent that her roles are believed.
     *
     * @param opener pseudonym of who opened it
     * @param before as above
     */
    public List<Subscriber> reviewers(
            UUID opener, String district, @Nullable Instant before, Change change) {
        return find(
                wants(Occasion.GLASS_BROKEN, before)
                        .and("_id")
                        .ne(opener)
                        .and("state.roles")
                        .in(Occasion.GLASS_BROKEN.anywhere())
                        .and("state.districts")
                        .in(Subscription.ALL, district)
                        .and("state.renewedAt")
                        .gt(change.now().minus(settings.silentAfter())),
                change);
    }

    private static Criteria wants(Occasion occasion, @Nullable Instant before) {
        var wants = Criteria.where("state.occasions").is(occasion.name());
        return before == null ? wants : wants.and("state.since").lte(before);
    }

    private static List<Subscriber> find(Criteria wanted, Change change) {
        var query = Query.query(wanted);
        query.fields().include("_id", "state.pace");
        return change.mongo().find(query, Document.class, SUBSCRIPTION.collection()).stream()
                .map(Subscribers::subscriber)
                .toList();
    }

    private static Subscriber subscriber(Document found) {
        return new Subscriber(
                found.get("_id", UUID.class),
                Pace.valueOf(found.getEmbedded(List.of("state", "pace"), String.class)));
    }

    /** One of them, by the id of her subscription. */
    public record Subscriber(UUID subscription, Pace pace) {}
}
