package org.homeward.beneficiary.registration;

import java.util.UUID;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.StateConflict;

/** Who answers for a case. It changes hands only when the other takes it. */
public sealed interface Ownership {

    Owner owner();

    /** Whether it is hers, offered to another or not. */
    default boolean isWith(Actor worker) {
        return worker.subject().equals(owner().subject());
    }

    /**
     * A case-worker.
     *
     * @param subject as tokens name her
     * @param pseudonym as events name her
     */
    record Owner(String subject, UUID pseudonym) {

        static Owner of(Actor worker) {
            return new Owner(worker.subject(), worker.pseudonym());
        }
    }

    /**
     * An offer takes the place of the one before it.
     *
     * @param by the owner, or a programme-manager where the owner can't offer it any more
     * @param to subject of a case-worker
     * @throws NotYourCase when it is somebody else
     * @throws InvalidBody when it is hers already, or would be by her own word alone
     */
    default Ownership offer(Actor by, String to) {
        if (!by.subject().equals(owner().subject()) && !by.has("programme-manager")) {
            throw new NotYourCase();
        }
        if (to.equals(owner().subject())) {
            throw new InvalidBody("/to", "has the case already");
        }
        if (to.equals(by.subject())) {
            throw new InvalidBody("/to", "must be somebody else, who accepts it");
        }
        return new Offered(owner(), to);
    }

    /**
     * @throws StateConflict when it is offered to nobody
     * @throws NotYourCase when it is offered to somebody else
     */
    default Ownership accept(Actor by) {
        throw new StateConflict("OWNED");
    }

    /**
     * Ends the offer: who does not want it says so, or who has it keeps it.
     *
     * @throws StateConflict when it is offered to nobody
     * @throws NotYourCase when it is neither offered to nor owned by this worker
     */
    default Ownership refuse(Actor by) {
        throw new StateConflict("OWNED");
    }

    /** Hers, and offered to nobody. */
    record Owned(Owner owner) implements Ownership {}

    /** Still the owner's, until the other accepts. */
    record Offered(Owner owner, String to) implements Ownership {

        @Override
        public Ownership accept(Actor by) {
            if (!by.subject().equals(to)) {
                throw new NotYourCase();
            }
            return new Owned(Owner.of(by));
        }

        @Override
        public Ownership refuse(Actor by) {
            if (!by.subject().equals(to) && !by.subject().equals(owner.subject())) {
                throw new NotYourCase();
            }
            return new Owned(owner);
        }
    }
}
