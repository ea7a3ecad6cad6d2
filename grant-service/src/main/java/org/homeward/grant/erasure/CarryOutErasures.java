package org.homeward.grant.erasure;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.homeward.grant.application.ApplicationsOfPerson;
import org.homeward.grant.inkind.Grants;
import org.homeward.grant.people.ErasureOrders;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.observe.Alarms;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Waits while a grant of hers is not closed: its money is not accounted for, and she may wait for
 * something yet. What is there is destroyed at once; a minute later what a change wrote that had
 * begun before, and then it is confirmed. Any number of instances may do it at once; one that fails
 * keeps no other back.
 */
@UseCase("Destroy what was written of somebody who was erased, and confirm it")
class CarryOutErasures {

    private final Journal journal;
    private final ErasureOrders orders;
    private final ApplicationsOfPerson applications;
    private final Grants grants;
    private final Alarms alarms;

    CarryOutErasures(
            Journal journal,
            ErasureOrders orders,
            ApplicationsOfPerson applications,
            Grants grants,
            Alarms alarms) {
        this.journal = journal;
        this.orders = orders;
        this.applications = applications;
        this.grants = grants;
        this.alarms = alarms;
    }

    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void goOn() {
        for (UUID order : orders.waiting()) {
            try {
                carryOut(order);
            } catch (RuntimeException trouble) {
                alarms.raise("erasure", "erasure " + order + " is not carried out", trouble);
            }
        }
    }

    private void carryOut(UUID order) {
        journal.<Boolean>inTransaction(
                Origin.system("carry out erasure", UUID.randomUUID()),
                change -> {
                    orders.whom(change, order)
                            .filter(person -> !grants.areRunning(change, person))
                            .ifPresent(person -> erase(order, person, change));
                    return true;
                });
    }

    private void erase(UUID order, UUID person, Change change) {
        applications.erase(change, person);
        grants.erase(change, person);
        orders.destroyed(change, order);
    }
}
