package org.homeward.grant.inkind;

import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.kit.journal.Decision;

/** Approved, its money is reserved in the fund and nothing is ordered yet. */
record Reserved(Terms terms, Instant approved) implements Grant {

    static Decision<Reserved> make(UUID id, Terms terms, Instant at) {
        return Decision.of(
                new Reserved(terms, at),
                new GrantApproved(
                        id,
                        terms.application(),
                        terms.person().beneficiary(),
                        terms.fund(),
                        terms.programme(),
                        terms.person().district(),
                        terms.sector(),
                        terms.amount().inEvent(),
                        terms.womenLed()));
    }
}
