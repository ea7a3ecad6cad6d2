package org.homeward.beneficiary.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.web.StateConflict;

/**
 * Of one person. Who asked for it does not decide it, and it is complete only when every service
 * has confirmed that nothing of her can be read there any more.
 */
sealed interface Erasure {

    /**
     * What is erased may be in the memory of another instance, or in a change that had begun
     * before, for less than this: then all is walked through once more.
     */
    Duration SETTLING = Duration.ofMinutes(1);

    /** In the place of a subject. */
    String SYSTEM = "system";

    /** Whoever has not confirmed by then is looked after by an operator. */
    Duration PATIENCE = Duration.ofHours(1);

    Request request();

    /** In the field's word. */
    String state();

    /** Why, in one word: a sentence would tell of her what is to be forgotten. */
    enum Reason {
        PERSON_ASKED,
        CONSENT_WITHDRAWN,
        WRONGLY_REGISTERED,
        RETENTION_ENDED,
        /** She was erased before, and a back-up of the data that is older brought her back. */
        BROUGHT_BACK;

        /** Whether the service alone gives it. */
        boolean isFoundOut() {
            return this == RETENTION_ENDED || this == BROUGHT_BACK;
        }
    }

    /** Why nothing is erased. */
    enum Refusal {
        NOT_HER_WISH,
        IDENTITY_NOT_PROVEN,
        LAW_REQUIRES_THE_FILE,
        STILL_NEEDED
    }

    /** Who has to confirm. */
    enum Elsewhere {
        GRANT,
        STORY,
        NOTIFICATION
    }

    /**
     * A confirmation that is to come.
     *
     * @param order the erasure's id, or one made for a consent to a story, which names no person
     */
    record Awaited(Elsewhere from, UUID order) {}

    /**
     * @param askedBy subject; when the time to keep her file is over, of who set how long that is;
     *     {@code system} when she was brought back
     */
    record Request(UUID id, UUID beneficiary, Reason reason, String askedBy, Instant at) {}

    static Decision<Erasure> ask(Request request) {
        return Decision.of(new Asked(request));
    }

    /**
     * @throws StateConflict when it was decided
     */
    default Asked asked() {
        throw new StateConflict(state());
    }

    /** Waits for a second person. */
    record Asked(Request request) implements Erasure {

        /**
         * Asked before anything is destroyed. How long the file is kept, and who said so, counts
         * only where it was asked for because that time is over.
         *
         * @param because why the file has to be kept, in words for programs
         * @param overBy subjects of who set the rules by which the time to keep the file is over
         *     now; empty while it is kept
         * @throws AnotherDecides as {@link #requireAnother}, and for who set a rule by which the
         *     time is over
         * @throws OnHold when the file has to be kept
         * @throws StillNeeded when the time is not over any more
         */
        Cleared clear(String by, Collection<String> because, Set<String> overBy) {
            requireAnother(by);
            boolean overdue = request.reason() == Reason.RETENTION_ENDED;
            if (overdue && overBy.contains(by)) {
                throw new AnotherDecides();
            }
            if (!because.isEmpty()) {
                throw new OnHold(because);
            }
            if (overdue && overBy.isEmpty()) {
                throw new StillNeeded();
            }
            return new Cleared(request, by);
        }

        /**
         * It was decided and carried out before, so nobody is asked anew, and nothing is kept: her
         * key is destroyed already.
         */
        Decision<Erasure> again(Set<UUID> stories, Instant at) {
            return new Cleared(request, SYSTEM).order(stories, at);
        }

        /**
         * @throws AnotherDecides as {@link #requireAnother}
         */
        Decision<Erasure> refuse(String by, Refusal reason, Instant at) {
            requireAnother(by);
            return Decision.of(new Refused(request, by, reason, at));
        }

        /**
         * Asked before anything else is looked at: it may be broken.
         *
         * @throws AnotherDecides for who asked, whatever roles the person has
         */
        void requireAnother(String by) {
            if (by.equals(request.askedBy())) {
                throw new AnotherDecides();
            }
        }

        @Override
        public Asked asked() {
            return this;
        }

        @Override
        public String state() {
            return "ASKED";
        }
    }

    /**
     * Nothing stands in its way, and another than who asked carries it out.
     *
     * @param by subject
     */
    record Cleared(Request request, String by) {

        /**
         * What is erased with this change is told; nobody takes it back.
         *
         * @param stories orders for what was written for stories of hers
         */
        Decision<Erasure> order(Set<UUID> stories, Instant at) {
            var awaited = new HashSet<Awaited>();
            for (var service : Elsewhere.values()) {
                awaited.add(new Awaited(service, request.id()));
            }
            stories.forEach(order -> awaited.add(new Awaited(Elsewhere.STORY, order)));
            return Decision.of(
                    new Ordered(request, by, at, awaited),
                    new BeneficiaryErased(request.id(), request.beneficiary()));
        }
    }

    /** Nothing was erased. */
    record Refused(Request request, String by, Refusal reason, Instant at) implements Erasure {

        @Override
        public String state() {
            return "REFUSED";
        }
    }

    /**
     * Nothing of her can be read here; others are to confirm the same.
     *
     * @param at when it was erased here; since all have confirmed, when the last of them did
     * @param awaited none when all have confirmed
     */
    record Ordered(Request request, String by, Instant at, Set<Awaited> awaited)
            implements Erasure {

        public Ordered {
            awaited = Set.copyOf(awaited);
        }

        /** Somebody has confirmed; the last who does so starts the time to settle. */
        Decision<Erasure> confirmed(Awaited one, Instant now) {
            var rest = new HashSet<>(awaited);
            rest.remove(one);
            return Decision.of(new Ordered(request, by, rest.isEmpty() ? now : at, rest));
        }

        /** Whether all have confirmed, and nothing can have come in since. */
        boolean isSettled(Instant now) {
            return awaited.isEmpty() && !now.isBefore(at.plus(SETTLING));
        }

        boolean isOverdue(Instant now) {
            return !awaited.isEmpty() && !now.isBefore(at.plus(PATIENCE));
        }

        /**
         * Something had come in meanwhile or was left.
         *
         * @param stories orders for what was written for it
         * @param at since when it settles, where there is none
         */
        Decision<Erasure> goOn(Set<UUID> stories, Instant at) {
            var more = new HashSet<Awaited>();
            stories.forEach(order -> more.add(new Awaited(Elsewhere.STORY, order)));
            return Decision.of(new Ordered(request, by, at, more));
        }

        Decision<Erasure> complete(Certificate certificate, Instant now) {
            return Decision.of(new Complete(request, by, now, certificate));
        }

        @Override
        public String state() {
            return "ORDERED";
        }
    }

    /** Nobody can read anything of her. */
    record Complete(Request request, String by, Instant at, Certificate certificate)
            implements Erasure {

        @Override
        public String state() {
            return "COMPLETE";
        }
    }
}
