package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.grant.money.MoneyView;
import org.homeward.kit.journal.Stored;

/** A grant in kind as it stands. */
record GrantView(
        UUID id,
        long version,
        State state,
        UUID application,
        UUID beneficiary,
        String organisation,
        String district,
        UUID fund,
        String programme,
        Sector sector,
        boolean womenLed,
        MoneyView amount) {

    /** Where a grant stands. */
    enum State {
        RESERVED
    }

    static GrantView of(Stored<Grant> stored) {
        var terms = stored.state().terms();
        return new GrantView(
                stored.id(),
                stored.version(),
                switch (stored.state()) {
                    case Reserved _ -> State.RESERVED;
                },
                terms.application(),
                terms.person().beneficiary(),
                terms.person().organisation(),
                terms.person().district(),
                terms.fund(),
                terms.programme(),
                terms.sector(),
                terms.womenLed(),
                MoneyView.of(terms.amount()));
    }
}
