package org.homeward.beneficiary.household;

import java.util.Optional;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.sealing.Secret;

/**
 * What is known of a household, apart from it: when somebody leaves, the household names another,
 * and the key of this one is destroyed. Else who has an old copy of it could go on reading what it
 * said of who has left since.
 */
record KnownCircumstances(Secret<Circumstances> known) {

    static Decision<KnownCircumstances> of(Circumstances known) {
        return Decision.of(new KnownCircumstances(Secret.of(known)));
    }

    /**
     * Empty once it was destroyed.
     *
     * @throws org.homeward.kit.sealing.SealBroken when its key is missing or does not fit
     */
    Optional<Circumstances> readable() {
        return known.isReadable() ? Optional.of(known.open()) : Optional.empty();
    }

    /** Empty as well while it can't be read. */
    Optional<Circumstances> legible() {
        return known.legibility() == Legibility.READABLE ? readable() : Optional.empty();
    }
}
