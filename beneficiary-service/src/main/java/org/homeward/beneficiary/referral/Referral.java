package org.homeward.beneficiary.referral;

import java.time.LocalDate;
import java.util.UUID;
import org.homeward.contracts.beneficiary.ReferralCompleted;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.StateConflict;
import org.jspecify.annotations.Nullable;

/** Somebody is sent to a partner, who takes her on or not and says whether it came to a service. */
sealed interface Referral {

    Request request();

    /** In the field's word. */
    String state();

    /**
     * What is asked of whom.
     *
     * @param district where she lived when it was asked
     * @param partner code of the organisation that is to help
     * @param due day until which it should have come to a service
     * @param madeBy subject of the case-worker
     * @param wish sealed as a whole: which service it is would tell of the person what she suffers
     */
    record Request(
            UUID id,
            UUID beneficiary,
            String district,
            String partner,
            LocalDate due,
            String madeBy,
            Secret<Wish> wish) {

        ServiceKind service() {
            return wish.open().service();
        }

        /** The same without what was written for the partner: that may be of somebody else. */
        Request withoutNote() {
            var service = Secret.of(new Wish(service(), null));
            return new Request(id, beneficiary, district, partner, due, madeBy, service);
        }

        boolean forAllEyes() {
            return service().ordinary().isPresent();
        }

        /** Whether nothing of it can be read any more: the person was erased. */
        boolean isErased() {
            return !wish.isReadable();
        }

        /**
         * Whether the caller is the partner; for what is not for all eyes, one of its few. Who made
         * it never is, though her account belong to the partner since.
         */
        boolean isTo(Actor caller) {
            return partner.equals(caller.organisation())
                    && !madeBy.equals(caller.subject())
                    && !isErased()
                    && (seesAll(caller) || forAllEyes());
        }

        /** The partner's own system, or somebody cleared for protection. */
        static boolean seesAll(Actor caller) {
            return caller.has("partner-api") || caller.clearances().contains("protection");
        }
    }

    /**
     * What she is sent for.
     *
     * @param note for the partner; null once it was withdrawn
     */
    record Wish(ServiceKind service, @Nullable String note) {

        @Override
        public String toString() {
            return "***";
        }
    }

    static Decision<Referral> request(Request request) {
        return Decision.of(new Requested(request));
    }

    /**
     * @throws StateConflict unless it waits for an answer
     */
    default Decision<Referral> accept() {
        throw new StateConflict(state());
    }

    /**
     * @throws StateConflict unless it waits for an answer
     */
    default Decision<Referral> decline(DeclineReason reason) {
        throw new StateConflict(state());
    }

    /**
     * She got the service; told to others where it is an ordinary one.
     *
     * @throws StateConflict unless it was accepted
     */
    default Decision<Referral> complete() {
        throw new StateConflict(state());
    }

    /**
     * It came to nothing.
     *
     * @throws StateConflict unless it was accepted
     */
    default Decision<Referral> giveUp() {
        throw new StateConflict(state());
    }

    /**
     * Who made it takes it back; nobody else hears of it.
     *
     * @param by subject
     * @throws StateConflict when it has ended
     */
    default Decision<Referral> withdraw(WithdrawalReason reason, String by) {
        return switch (this) {
            case Requested(Request request) -> withdrawn(request, reason, by);
            case Accepted(Request request) -> withdrawn(request, reason, by);
            case Declined _, Completed _, NotReached _, Withdrawn _ ->
                    throw new StateConflict(state());
        };
    }

    private static Decision<Referral> withdrawn(
            Request request, WithdrawalReason reason, String by) {
        return Decision.of(new Withdrawn(request.withoutNote(), reason, by));
    }

    /** While the partner has something to do for her, it may know who she is. */
    default boolean concernsPartner() {
        return switch (this) {
            case Requested _, Accepted _ -> true;
            case Declined _, Completed _, NotReached _, Withdrawn _ -> false;
        };
    }

    /** Waits for the partner's answer. */
    record Requested(Request request) implements Referral {

        @Override
        public Decision<Referral> accept() {
            return Decision.of(new Accepted(request));
        }

        @Override
        public Decision<Referral> decline(DeclineReason reason) {
            return Decision.of(new Declined(request, reason));
        }

        @Override
        public String state() {
            return "REQUESTED";
        }
    }

    /** The partner takes her on. */
    record Accepted(Request request) implements Referral {

        @Override
        public Decision<Referral> complete() {
            var completed = new Completed(request);
            return request.service()
                    .ordinary()
                    .map(
                            service ->
                                    Decision.<Referral>of(
                                            completed,
                                            new ReferralCompleted(
                                                    request.id(), service, request.district())))
                    .orElseGet(() -> Decision.of(completed));
        }

        @Override
        public Decision<Referral> giveUp() {
            return Decision.of(new NotReached(request));
        }

        @Override
        public String state() {
            return "ACCEPTED";
        }
    }

    /** The partner does not take her on. */
    record Declined(Request request, DeclineReason reason) implements Referral {

        @Override
        public String state() {
            return "DECLINED";
        }
    }

    /** Should not have been made, or is not needed any more. */
    record Withdrawn(Request request, WithdrawalReason reason, String by) implements Referral {

        @Override
        public String state() {
            return "WITHDRAWN";
        }
    }

    /** She got the service. */
    record Completed(Request request) implements Referral {

        @Override
        public String state() {
            return "COMPLETED";
        }
    }

    /** She never came, or was not found. */
    record NotReached(Request request) implements Referral {

        @Override
        public String state() {
            return "NOT_REACHED";
        }
    }
}
