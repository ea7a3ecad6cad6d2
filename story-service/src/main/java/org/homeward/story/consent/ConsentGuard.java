package org.homeward.story.consent;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.inbox.Currency;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.stereotype.Component;

/**
 * Says whether a text may be shown at this moment. It fails closed: what can't be known for certain
 * is not shown, and it is found out anew at every reading.
 */
@Component
public class ConsentGuard {

    private static final String CONSENT = "consent";

    private final Consents consents;
    private final Currency currency;
    private final ProgrammeClock clock;

    ConsentGuard(Consents consents, Currency currency, ProgrammeClock clock) {
        this.consents = consents;
        this.currency = currency;
        this.clock = clock;
    }

    /** Whether what is known of these consents is what has become of them until now. */
    public boolean isCurrent(Collection<UUID> ids) {
        return ids.stream().allMatch(id -> currency.isCurrent(CONSENT, id));
    }

    /** For one text. */
    public Verdict verdict(List<UUID> ids, String textHash) {
        boolean current = isCurrent(ids);
        return verdict(consents.known(ids), current, ids, textHash);
    }

    /** For one of several texts whose consents were looked up together. */
    public Verdict verdict(KnownConsents known, List<UUID> ids, String textHash) {
        return verdict(known, isCurrent(ids), ids, textHash);
    }

    private Verdict verdict(
            KnownConsents known, boolean current, List<UUID> ids, String textHash) {
        boolean inForce =
                known.standings(ids, textHash, clock.today()).stream()
                        .allMatch(ConsentStanding::isInForce);
        if (!inForce) {
            return Verdict.ENDED;
        }
        return current ? Verdict.IN_FORCE : Verdict.NOT_KNOWN;
    }

    /** Whether a text may be shown. */
    public enum Verdict {
        IN_FORCE,
        /** Somebody does not agree any more: gone for good. */
        ENDED,
        /** News of the consents may be under way: not now, perhaps in a moment. */
        NOT_KNOWN
    }
}
