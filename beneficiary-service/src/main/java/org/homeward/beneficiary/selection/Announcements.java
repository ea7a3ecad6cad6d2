package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.homeward.kit.observe.Alarms;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the places of confirmed selections written, also those that another instance began and did
 * not end. Any number of instances may do it at once. A selection whose places can't be written
 * keeps no other back, and is tried again in the next round.
 */
@Component
class Announcements {

    private final MongoTemplate template;
    private final AnnouncePlaces announce;
    private final Alarms alarms;

    Announcements(MongoTemplate template, AnnouncePlaces announce, Alarms alarms) {
        this.template = template;
        this.announce = announce;
        this.alarms = alarms;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        for (UUID round : announcing()) {
            try {
                announce.announce(round);
            } catch (RuntimeException trouble) {
                alarms.raise("announcement", "places of " + round + " are not written", trouble);
            }
        }
    }

    private List<UUID> announcing() {
        return template.getDb()
                .getCollection(ROUND.collection())
                .find(Filters.eq(SelectionTypes.STATE, SelectionTypes.ANNOUNCING))
                .projection(Projections.include("_id"))
                .map(round -> round.get("_id", UUID.class))
                .into(new ArrayList<>());
    }
}
