package org.homeward.notification.subscription;

import static org.homeward.notification.subscription.SubscriptionTypes.SUBSCRIPTION;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.homeward.kit.security.DeniedTokens;
import org.homeward.notification.subscription.Subscription.Active;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Who wants to hear of something and may. Her roles are believed for a while after a log-in, and no
 * longer once tokens of that log-in are refused: what was stolen with her mailbox must not be told
 * more.
 */
@Component
public class Subscribers {

    private static final String RENEWED_AT = "state.renewedAt";

    private final SubscriptionSettings settings;
    private final MongoOperations mongo;

    Subscribers(SubscriptionSettings settings, MongoOperations mongo) {
        this.settings = settings;
        this.mongo = mongo;
    }

    /** From when on she hears nothing, unless she logs in before. */
    public Instant silentFrom(Active active) {
        var denied = DeniedTokens.of(List.of(active.id()), mongo);
        return active.silentFrom(settings.silentAfter(), denied.get(active.id()));
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
        return find(wants.orOperator(anywhere, own), change).stream()
                .map(Subscribers::subscriber)
                .toList();
    }

    /**
     * Who may review that a file was opened out of scope, and is told: in all districts or the
     * file's, not the one who opened it, and whose roles are believed.
     *
     * @param opener pseudonym of who opened it
     * @param before as above
     */
    public List<Subscriber> reviewers(
            UUID opener, String district, @Nullable Instant before, Change change) {
        var wanted =
                wants(Occasion.GLASS_BROKEN, before)
                        .and("_id")
                        .ne(opener)
                        .and("state.roles")
                        .in(Occasion.GLASS_BROKEN.anywhere())
                        .and("state.districts")
                        .in(Subscription.ALL, district)
                        .and(RENEWED_AT)
                        .gt(change.now().minus(settings.silentAfter()));
        var found = find(wanted, change);
        var denied = DeniedTokens.of(found.stream().map(Subscribers::id).toList(), change.mongo());
        return found.stream()
                .filter(one -> !isDenied(one, denied))
                .map(Subscribers::subscriber)
                .toList();
    }

    private static boolean isDenied(Document found, Map<UUID, Instant> denied) {
        var until = denied.get(id(found));
        var renewed = found.getEmbedded(List.of("state", "renewedAt"), Date.class).toInstant();
        return until != null && DeniedTokens.covers(until, renewed);
    }

    private static Criteria wants(Occasion occasion, @Nullable Instant before) {
        var wants = Criteria.where("state.occasions").is(occasion.name());
        return before == null ? wants : wants.and("state.since").lte(before);
    }

    private static List<Document> find(Criteria wanted, Change change) {
        var query = Query.query(wanted);
        query.fields().include("_id", "state.pace", RENEWED_AT);
        return change.mongo().find(query, Document.class, SUBSCRIPTION.collection());
    }

    private static UUID id(Document found) {
        return found.get("_id", UUID.class);
    }

    private static Subscriber subscriber(Document found) {
        return new Subscriber(
                id(found), Pace.valueOf(found.getEmbedded(List.of("state", "pace"), String.class)));
    }

    /** One of them, by the id of her subscription. */
    public record Subscriber(UUID subscription, Pace pace) {}
}
