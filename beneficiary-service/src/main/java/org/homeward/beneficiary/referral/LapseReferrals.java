package org.homeward.beneficiary.referral;

import static org.homeward.beneficiary.referral.ReferralTypes.INCOMING;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** Any number of instances may do it at once; one that fails keeps no other back. */
@UseCase("Destroy what was heard of somebody and answered by nobody within the term")
class LapseReferrals {

    private final Journal journal;
    private final MongoTemplate template;
    private final Alarms alarms;
    private final ProgrammeClock clock;

    LapseReferrals(Journal journal, MongoTemplate template, Alarms alarms, ProgrammeClock clock) {
        this.journal = journal;
        this.template = template;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        for (UUID id : overdue()) {
            try {
                lapse(id);
            } catch (RuntimeException trouble) {
                alarms.raise("lapse", "incoming referral " + id + " does not lapse", trouble);
            }
        }
    }

    private List<UUID> overdue() {
        var before = clock.instant().minus(Duration.ofDays(IncomingReferral.TERM));
        return template.getDb()
                .getCollection(INCOMING.collection())
                .find(
                        Filters.and(
                                Filters.eq(ReferralTypes.STATE, ReferralTypes.WAITING),
                                Filters.lt(ReferralTypes.HEARD_AT, before)))
                .projection(Projections.include("_id"))
                .map(referral -> referral.get("_id", UUID.class))
                .into(new ArrayList<>());
    }

    private void lapse(UUID id) {
        journal.<Boolean>inTransaction(
                Origin.system("lapse incoming referral", UUID.randomUUID()),
                change -> {
                    var heard = change.find(INCOMING, id).orElseThrow();
                    if (!(heard.state() instanceof IncomingReferral.Waiting waiting)) {
                        return false;
                    }
                    change.update(heard, waiting.lapse());
                    change.destroyKey(id);
                    return true;
                });
    }
}
