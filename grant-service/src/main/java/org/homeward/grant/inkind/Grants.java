package org.homeward.grant.inkind;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.mongo.StoredTypes;
import org.springframework.stereotype.Component;

/** What grants offer to other features, within the change of their command. */
@Component
public final class Grants {

    static final AggregateType<Grant> GRANTS =
            AggregateType.of("grant", Grant.class, "grants")
                    .scopedBy("terms.person.organisation", "terms.person.district");

    static final String BENEFICIARY = "state.terms.person.beneficiary";

    Grants() {}

    /** Names what this feature stores. */
    public static void storedIn(StoredTypes.Builder types) {
        types.aggregate(GRANTS)
                .index(GRANTS, BENEFICIARY)
                .secret("visit-report", VisitReport.class)
                .secret("serial-numbers", SerialNumbers.class)
                .alias("grant.reserved", Reserved.class)
                .alias("grant.handed-over", HandedOver.class)
                .alias("grant.closed", Closed.class)
                .alias("item.purchase", Purchase.class)
                .alias("item.rent", Rent.class)
                .alias("purchase.requested", Purchase.Requested.class)
                .alias("purchase.ordered", Purchase.Ordered.class)
                .alias("purchase.received", Purchase.Received.class)
                .alias("purchase.given", Purchase.Given.class)
                .alias("purchase.cancelled", Purchase.Cancelled.class)
                .alias("purchase.returning", Purchase.Returning.class)
                .alias("purchase.returned", Purchase.Returned.class);
    }

    /** Whether a grant of hers is not at its end. */
    public boolean areRunning(Change change, UUID beneficiary) {
        return of(change, beneficiary).stream().anyMatch(one -> one.state() instanceof Running);
    }

    /** No word of her grants can be read any more; their money stays accounted for. */
    public void erase(Change change, UUID beneficiary) {
        of(change, beneficiary).forEach(one -> change.destroyKey(one.id()));
    }

    private static List<Stored<Grant>> of(Change change, UUID beneficiary) {
        return change.findAll(GRANTS, new Document(BENEFICIARY, beneficiary));
    }

    /**
     * Makes a grant whose money the same change reserves.
     *
     * @return the answer that leads to it
     */
    public Receipt make(Change change, UUID id, Terms terms, List<Granted> items) {
        var made = change.create(GRANTS, id, Reserved.make(id, terms, items, change.now()));
        return Receipt.created(GrantController.path(id), made);
    }
}
