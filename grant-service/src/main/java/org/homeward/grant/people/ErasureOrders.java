package org.homeward.grant.people;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Change;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Who is to be erased here, for the feature that does it. */
@Component
public final class ErasureOrders {

    private static final AggregateType<ErasureOrder> ORDERS =
            AggregateType.of("grant-erasure", ErasureOrder.class, "erasures");

    private static final String STATE = "state._class";
    private static final String WAITING = "erasure.waiting";

    private final MongoTemplate template;
    private final ProgrammeClock clock;

    ErasureOrders(MongoTemplate template, ProgrammeClock clock) {
        this.template = template;
        this.clock = clock;
    }

    /** Names what this feature stores. */
    public static void storedIn(StoredTypes.Builder types) {
        types.aggregate(ORDERS)
                .index(ORDERS, STATE)
                .alias(WAITING, ErasureWaiting.class)
                .alias("erasure.done", ErasureDone.class);
    }

    /** Once, however often it is told. */
    static void heard(BeneficiaryErased event, Change change) {
        if (change.find(ORDERS, event.erasure()).isEmpty()) {
            change.create(ORDERS, event.erasure(), ErasureOrder.given(event.beneficiary()));
        }
    }

    /** Ids of those that are not carried out. */
    public List<UUID> waiting() {
        return template.getDb()
                .getCollection(ORDERS.collection())
                .find(Filters.eq(STATE, WAITING))
                .projection(Projections.include("_id"))
                .map(order -> order.get("_id", UUID.class))
                .into(new ArrayList<>());
    }

    /**
     * Whose words are to be destroyed by it now; empty when it is carried out, and in the minute
     * after they were for the first time.
     */
    public Optional<UUID> whom(Change change, UUID order) {
        return change.find(ORDERS, order)
                .flatMap(
                        stored ->
                                stored.state() instanceof ErasureWaiting waiting
                                                && waiting.isDue(clock.instant())
                                        ? Optional.of(waiting.beneficiary())
                                        : Optional.empty());
    }

    /** With the change that destroys; the second one confirms it. */
    public void destroyed(Change change, UUID order) {
        var stored = change.find(ORDERS, order).orElseThrow();
        if (stored.state() instanceof ErasureWaiting waiting) {
            change.update(stored, waiting.destroyed(order, clock.instant()));
        }
    }
}
