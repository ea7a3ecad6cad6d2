package org.homeward.beneficiary.referral;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;

/**
 * Somebody was spoken for: a task for the case-workers of an organisation in a district. It
 * registers nobody; the person is searched for and asked like any other.
 */
sealed interface IncomingReferral {

    Word word();

    /** In the field's word. */
    String state();

    /** Whether it was answered; how, would tell whether the person is known here. */
    default boolean isAnswered() {
        return switch (this) {
            case Waiting _, Lapsed _ -> false;
            case TakenUp _, Declined _ -> true;
        };
    }

    /** Who it is about and what she needs; empty once that was destroyed. */
    default Optional<Secret<String>> told() {
        return switch (this) {
            case Waiting _ -> Optional.of(word().about());
            case TakenUp _, Declined _, Lapsed _ -> Optional.empty();
        };
    }

    /**
     * Days that what was said of somebody is kept for an answer: who was not found in that time is
     * heard of anew, or not at all.
     */
    int TERM = 30;

    /**
     * What was said.
     *
     * @param to code of the organisation that is to take it up
     * @param channel how it came
     * @param from code of the organisation that wrote it down
     * @param writtenBy subject of who wrote it down
     * @param about who it is, how to find her and what she needs; destroyed with the answer, or
     *     when the term has passed
     */
    record Word(
            UUID id,
            String to,
            String district,
            Channel channel,
            String from,
            String writtenBy,
            Instant at,
            Secret<String> about) {}

    static Decision<IncomingReferral> heard(Word word) {
        return Decision.of(new Waiting(word));
    }

    /**
     * @throws StateConflict when it was answered
     */
    default Decision<IncomingReferral> register(UUID beneficiary, String by) {
        throw new StateConflict(state());
    }

    /**
     * @throws StateConflict when it was answered
     */
    default Decision<IncomingReferral> decline(DeclineReason reason, String by) {
        throw new StateConflict(state());
    }

    /** Nobody has answered it. */
    record Waiting(Word word) implements IncomingReferral {

        /** Nobody answered in time. */
        Decision<IncomingReferral> lapse() {
            return Decision.of(new Lapsed(word));
        }

        @Override
        public Decision<IncomingReferral> register(UUID beneficiary, String by) {
            return Decision.of(new TakenUp(word, beneficiary, by));
        }

        @Override
        public Decision<IncomingReferral> decline(DeclineReason reason, String by) {
            return Decision.of(new Declined(word, reason, by));
        }

        @Override
        public String state() {
            return "WAITING";
        }
    }

    /** The person is in the files. */
    record TakenUp(Word word, UUID beneficiary, String by) implements IncomingReferral {

        @Override
        public String state() {
            return "TAKEN_UP";
        }
    }

    /** Nobody answered within the term. */
    record Lapsed(Word word) implements IncomingReferral {

        @Override
        public String state() {
            return "LAPSED";
        }
    }

    /** Nobody was registered. */
    record Declined(Word word, DeclineReason reason, String by) implements IncomingReferral {

        @Override
        public String state() {
            return "DECLINED";
        }
    }
}
