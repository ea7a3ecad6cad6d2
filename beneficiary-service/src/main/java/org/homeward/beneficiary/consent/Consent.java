package org.homeward.beneficiary.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentErased;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentRefused;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.web.StateConflict;
import org.jspecify.annotations.Nullable;

/**
 * A person's agreement to one purpose; for a story, to one story. It can be taken back in every
 * state, at any time, and that never fails.
 */
public sealed interface Consent {

    /** Between the request for a story and the yes to its final text (UNICEF, IOM practice). */
    Duration COOLING_OFF = Duration.ofDays(7);

    ConsentRequest request();

    static Decision<Consent> request(ConsentRequest request) {
        return Decision.of(new Requested(request));
    }

    /**
     * @throws StateConflict unless it was requested and not answered yet
     * @throws CoolingOff for a story, in the seven days after the request
     * @throws TextNeeded for a story without the hash of its final text or a photograph without
     *     that of the picture, or for a hash with anything else
     * @throws AnotherWitness for a thumbprint witnessed by who asked
     */
    default Decision<Consent> give(
            Proof proof, @Nullable String textHash, @Nullable LocalDate validUntil, Instant now) {
        throw new StateConflict(state());
    }

    /**
     * @throws StateConflict unless it was requested and not answered yet
     */
    default Decision<Consent> refuse(Instant now) {
        throw new StateConflict(state());
    }

    /** Takes it back, whatever the state. */
    Decision<Consent> withdraw(Instant now);

    /**
     * Ends with the person: it is taken back first, and how it was given is kept no longer.
     *
     * @param order under which is confirmed that what was written for a story by it is destroyed;
     *     told only where it is for one story
     */
    default Decision<Consent> erase(UUID order, Instant now) {
        var request = request();
        var events = new ArrayList<>(withdraw(now).events());
        events.add(
                new ConsentErased(
                        request.consent(),
                        request.purpose(),
                        request.purpose().isForOneStory() ? order : null,
                        request.beneficiaryForOthers()));
        return new Decision<>(new Erased(request, now), events);
    }

    /** Whether it may be acted on today. */
    default boolean isInForce(LocalDate today) {
        return false;
    }

    /**
     * Whether a no to the other leaves this as it is: it stands by itself, or nobody can say yes to
     * it any more. Every other of the same matter has to be withdrawn with it.
     */
    default boolean outlasts(Consent refusedOrWithdrawn) {
        return isOver() || !request().isSameMatter(refusedOrWithdrawn.request());
    }

    /** Whether it is in force no more and never will be, whatever day it is. */
    default boolean isOver() {
        return switch (this) {
            case Requested _, Given _ -> false;
            case Refused _, Withdrawn _, Erased _ -> true;
        };
    }

    /** In the field's word. */
    String state();

    private static Decision<Consent> withdrawn(ConsentRequest request, Instant now) {
        return Decision.of(
                new Withdrawn(request, now),
                new ConsentWithdrawn(
                        request.consent(), request.purpose(), request.beneficiaryForOthers()));
    }

    /** Explained, not answered. */
    record Requested(ConsentRequest request) implements Consent {

        @Override
        public Decision<Consent> give(
                Proof proof,
                @Nullable String textHash,
                @Nullable LocalDate validUntil,
                Instant now) {
            if (request.purpose().isForOneStory() != (textHash != null)) {
                throw new TextNeeded();
            }
            if (request.purpose() == ConsentPurpose.STORY_PUBLICATION
                    && now.isBefore(request.requestedAt().plus(COOLING_OFF))) {
                throw new CoolingOff(request.requestedAt().plus(COOLING_OFF));
            }
            if (proof.way() == Proof.Way.WITNESSED_THUMBPRINT
                    && proof.witness().equals(request.requestedBy())) {
                throw new AnotherWitness();
            }
            return Decision.of(
                    new Given(request, proof, textHash, validUntil, now),
                    new ConsentGiven(
                            request.consent(),
                            request.purpose(),
                            request.beneficiaryForOthers(),
                            textHash,
                            validUntil));
        }

        @Override
        public Decision<Consent> refuse(Instant now) {
            return Decision.of(
                    new Refused(request, now),
                    new ConsentRefused(
                            request.consent(), request.purpose(), request.beneficiaryForOthers()));
        }

        @Override
        public Decision<Consent> withdraw(Instant now) {
            return withdrawn(request, now);
        }

        @Override
        public String state() {
            return "REQUESTED";
        }
    }

    /**
     * In force through the day {@code validUntil}, or without end when that is null.
     *
     * @param textHash of the final text of the story, or of the picture that was shown; null for
     *     other purposes
     */
    record Given(
            ConsentRequest request,
            Proof proof,
            @Nullable String textHash,
            @Nullable LocalDate validUntil,
            Instant at)
            implements Consent {

        @Override
        public Decision<Consent> withdraw(Instant now) {
            return withdrawn(request, now);
        }

        @Override
        public boolean isInForce(LocalDate today) {
            return validUntil == null || !today.isAfter(validUntil);
        }

        @Override
        public String state() {
            return "GIVEN";
        }
    }

    /** The person said no; she may be asked again by a new request. */
    record Refused(ConsentRequest request, Instant at) implements Consent {

        @Override
        public Decision<Consent> withdraw(Instant now) {
            return withdrawn(request, now);
        }

        @Override
        public String state() {
            return "REFUSED";
        }
    }

    /** Taken back. Saying so again is heard and changes nothing. */
    record Withdrawn(ConsentRequest request, Instant at) implements Consent {

        @Override
        public Decision<Consent> withdraw(Instant now) {
            return Decision.of(this);
        }

        @Override
        public String state() {
            return "WITHDRAWN";
        }
    }

    /** Who was asked was erased. Taking it back is heard and changes nothing. */
    record Erased(ConsentRequest request, Instant at) implements Consent {

        @Override
        public Decision<Consent> withdraw(Instant now) {
            return Decision.of(this);
        }

        @Override
        public String state() {
            return "ERASED";
        }
    }
}
