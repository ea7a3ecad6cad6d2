package org.homeward.grant.committee;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.security.Scope;
import org.springframework.stereotype.Component;

/** What committees offer to other features. */
@Component
public final class Committees {

    static final AggregateType<Committee> COMMITTEES =
            AggregateType.of("committee", Committee.class, "committees");

    private final Aggregates aggregates;

    Committees(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /** Names what this feature stores. */
    public static void storedIn(StoredTypes.Builder types) {
        types.aggregate(COMMITTEES);
    }

    /** Made of the fund's: so a fund has one committee, however many appoint at once. */
    static UUID idOf(UUID fund) {
        return UUID.nameUUIDFromBytes(
                ("committee of fund " + fund).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @throws CommitteeMissing when none is appointed
     */
    public Committee of(Change change, UUID fund) {
        return change.find(COMMITTEES, idOf(fund)).orElseThrow(CommitteeMissing::new).state();
    }

    Optional<Stored<Committee>> find(UUID fund) {
        return aggregates.find(COMMITTEES, idOf(fund), Scope.everything());
    }
}
