package org.homeward.beneficiary.opening;

import static org.homeward.beneficiary.opening.OpeningTypes.OPENING;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.security.Scope;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Watches that what was opened out of scope is reviewed. How long the oldest waits is the gauge
 * {@code homeward.openings.oldest.unreviewed}, 0 while none waits, NaN when it can't be said. One
 * that waits for more than a day is an alarm, once for each instance.
 */
@Component
class AwaitReviews {

    private final Aggregates aggregates;
    private final MongoTemplate template;
    private final Alarms alarms;
    private final Clock clock;
    private final Set<UUID> told = new HashSet<>();
    private volatile double oldest;

    AwaitReviews(
            Aggregates aggregates,
            MongoTemplate template,
            MeterRegistry meters,
            Alarms alarms,
            Clock clock) {
        this.aggregates = aggregates;
        this.template = template;
        this.alarms = alarms;
        this.clock = clock;
        TimeGauge.builder(
                        "homeward.openings.oldest.unreviewed",
                        this,
                        TimeUnit.MILLISECONDS,
                        waiting -> waiting.oldest)
                .register(meters);
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void look() {
        double age = Double.NaN;
        try {
            var now = clock.instant();
            var waiting = waiting();
            age = age(waiting, now);
            remind(waiting, now);
        } finally {
            oldest = age;
        }
    }

    private static double age(List<Opening> waiting, Instant now) {
        return waiting.stream()
                .map(opening -> opening.facts().at())
                .min(Comparator.naturalOrder())
                .map(at -> (double) Duration.between(at, now).toMillis())
                .orElse(0.0);
    }

    private void remind(List<Opening> waiting, Instant now) {
        var overdue =
                waiting.stream()
                        .filter(opening -> opening.isOverdue(now))
                        .map(opening -> opening.facts().id())
                        .collect(Collectors.toSet());
        told.retainAll(overdue);
        for (UUID id : overdue) {
            if (told.add(id)) {
                alarms.raise(
                        "opening-unreviewed",
                        "opening " + id + " has not been reviewed for a day",
                        null);
            }
        }
    }

    private List<Opening> waiting() {
        var ids =
                template.getDb()
                        .getCollection(OPENING.collection())
                        .find(Filters.eq(OpeningTypes.STATE, OpeningTypes.UNREVIEWED))
                        .projection(Projections.include("_id"))
                        .map(opening -> opening.get("_id", UUID.class))
                        .into(new ArrayList<>());
        return aggregates.findAll(OPENING, ids, Scope.everything()).stream()
                .map(Stored::state)
                .filter(Opening::awaitsReview)
                .toList();
    }
}
