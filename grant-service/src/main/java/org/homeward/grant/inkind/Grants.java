package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.mongo.StoredTypes;
import org.springframework.stereotype.Component;

/** What grants offer to other features, within the change of their command. */
@Component
public final class Grants {

    static final AggregateType<Grant> GRANTS =
            AggregateType.of("grant", Grant.class, "grants")
                    .scopedBy("terms.person.organisation", "terms.person.district");

    Grants() {}

    /** Names what this feature stores. */
    public static void storedIn(StoredTypes.Builder types) {
        types.aggregate(GRANTS).alias("grant.reserved", Reserved.class);
    }

    /**
     * Makes a grant whose money the same change reserves.
     *
     * @return the answer that leads to it
     */
    public Receipt make(Change change, UUID id, Terms terms) {
        var made = change.create(GRANTS, id, Reserved.make(id, terms, change.now()));
        return Receipt.created(GrantController.path(id), made);
    }
}
