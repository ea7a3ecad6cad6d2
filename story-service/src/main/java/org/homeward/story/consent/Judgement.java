package org.homeward.story.consent;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * What was known of some consents at one moment.
 *
 * @param current those of which it is certain that no news is under way
 */
public record Judgement(Set<UUID> current, KnownConsents known, LocalDate today) {

    /** Whether a text may be shown. */
    public enum Verdict {
        IN_FORCE,
        /** Somebody does not agree any more: gone for good. */
        ENDED,
        /** News of the consents may be under way: not now, perhaps in a moment. */
        NOT_KNOWN
    }

    /** Whether a story that needs these may be shown. */
    public Verdict on(Basis basis) {
        if (!known.agree(basis, today)) {
            return Verdict.ENDED;
        }
        return current.containsAll(basis.consents()) ? Verdict.IN_FORCE : Verdict.NOT_KNOWN;
    }
}
