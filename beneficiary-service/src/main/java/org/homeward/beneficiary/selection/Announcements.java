package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.kit.observe.Alarms;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the places of confirmed selections written, also those that another instance began and did
 * not end, and those given that stayed free. Any number of instances may do it at once. A selection
 * whose places can't be written keeps no other back, and is tried again in the next round.
 */
@Component
class Announcements {

    private final MongoTemplate template;
    private final AnnouncePlaces announce;
    private final FillPlaces fill;
    private final Alarms alarms;

    Announcements(MongoTemplate template, AnnouncePlaces announce, FillPlaces fill, Alarms alarms) {
        this.template = template;
        this.announce = announce;
        this.fill = fill;
        this.alarms = alarms;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        var announcing = Filters.eq(SelectionTypes.STATE, SelectionTypes.ANNOUNCING);
        each(announcing, announce::announce);
    }

    /** Less often: a place that is free for want of a consent may be so for days. */
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void fill() {
        var fewerThanPlaces = List.of("$state.selected", "$state.result.terms.quota");
        each(
                Filters.and(
                        Filters.eq(SelectionTypes.STATE, SelectionTypes.CONFIRMED),
                        Filters.expr(new Document("$lt", fewerThanPlaces))),
                fill::fill);
    }

    private void each(Bson rounds, Consumer<UUID> step) {
        for (UUID round : found(rounds)) {
            try {
                step.accept(round);
            } catch (RuntimeException trouble) {
                alarms.raise("announcement", "places of " + round + " are not written", trouble);
            }
        }
    }

    private List<UUID> found(Bson rounds) {
        return template.getDb()
                .getCollection(ROUND.collection())
                .find(rounds)
                .projection(Projections.include("_id"))
                .map(round -> round.get("_id", UUID.class))
                .into(new ArrayList<>());
    }
}
