package org.homeward.grant.inkind;

import static org.homeward.grant.inkind.Grants.GRANTS;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.export.Told;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.RecordsOf;
import org.springframework.stereotype.Component;

/** All that one person was granted, for the feature that tells her. */
@Component
public final class GrantsOfPerson {

    private final Aggregates aggregates;

    GrantsOfPerson(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /** The newest first, each followed by its items and visits. */
    public List<Told> tell(UUID beneficiary) {
        return RecordsOf.person(beneficiary, GRANTS, Grants.BENEFICIARY, aggregates).stream()
                .flatMap(grant -> ToldGrant.of(grant).stream())
                .toList();
    }
}
