package org.homeward.beneficiary.scorecard;

import org.homeward.kit.journal.Decision;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.StateConflict;

/**
 * A need scorecard: written by one person and put into use by two others, a programme manager and a
 * monitoring officer. What it says never changes.
 */
public sealed interface Scorecard {

    Card card();

    /** Subject of who wrote it. */
    String writtenBy();

    /** In the field's word. */
    String state();

    static Decision<Scorecard> write(Card card, Actor writer) {
        return Decision.of(new Draft(card, writer.subject()));
    }

    /**
     * @throws StateConflict when it is in use already
     * @throws AnotherApprover for who wrote it, who approved it first, or a second of the same role
     */
    default Decision<Scorecard> approve(Actor approver) {
        throw new StateConflict(state());
    }

    /**
     * What it says, to work by.
     *
     * @throws StateConflict unless both have approved it
     */
    default Card inUse() {
        throw new StateConflict(state());
    }

    /**
     * Somebody's yes, with the roles she had then.
     *
     * @param manages as programme manager
     * @param monitors as monitoring officer
     */
    record Approval(String subject, boolean manages, boolean monitors) {

        static Approval by(Actor actor) {
            return new Approval(
                    actor.subject(),
                    actor.has("programme-manager"),
                    actor.has("monitoring-officer"));
        }

        /** Whether these are two people, one for each of the roles. */
        boolean completes(Approval first) {
            return !subject.equals(first.subject)
                    && ((manages && first.monitors) || (monitors && first.manages));
        }
    }

    /** Written, in nobody's use. */
    record Draft(Card card, String writtenBy) implements Scorecard {

        @Override
        public Decision<Scorecard> approve(Actor approver) {
            if (approver.subject().equals(writtenBy)) {
                throw new AnotherApprover();
            }
            return Decision.of(new HalfApproved(card, writtenBy, Approval.by(approver)));
        }

        @Override
        public String state() {
            return "DRAFT";
        }
    }

    /** One of the two has said yes. */
    record HalfApproved(Card card, String writtenBy, Approval first) implements Scorecard {

        @Override
        public Decision<Scorecard> approve(Actor approver) {
            var second = Approval.by(approver);
            if (approver.subject().equals(writtenBy) || !second.completes(first)) {
                throw new AnotherApprover();
            }
            return Decision.of(new Approved(card, writtenBy, first, second));
        }

        @Override
        public String state() {
            return "HALF_APPROVED";
        }
    }

    /** In use. */
    record Approved(Card card, String writtenBy, Approval first, Approval second)
            implements Scorecard {

        @Override
        public Card inUse() {
            return card;
        }

        @Override
        public String state() {
            return "APPROVED";
        }
    }
}
