package org.homeward.beneficiary.referral;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** What referrals store. */
public final class ReferralTypes {

    /** What the access log calls a referral that was read. */
    public static final String READ = "referral";

    /** Has two parties: found through the file of its person by one, by its name by the other. */
    static final AggregateType<Referral> REFERRAL =
            AggregateType.of(READ, Referral.class, "referrals").sharedWithPartner();

    static final AggregateType<IncomingReferral> INCOMING =
            AggregateType.of("incoming-referral", IncomingReferral.class, "incoming_referrals")
                    .scopedBy("word.to", "word.district")
                    .sharedWithPartner();

    static final String BENEFICIARY = "state.request.beneficiary";
    static final String STATE = "state._class";
    static final String WAITING = "incoming-referral.waiting";
    static final String HEARD_AT = "state.word.at";

    private ReferralTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(REFERRAL)
                .index(REFERRAL, BENEFICIARY)
                .index(REFERRAL, "state.request.partner")
                .alias("referral.requested", Referral.Requested.class)
                .alias("referral.accepted", Referral.Accepted.class)
                .alias("referral.declined", Referral.Declined.class)
                .alias("referral.completed", Referral.Completed.class)
                .alias("referral.not-reached", Referral.NotReached.class)
                .alias("referral.withdrawn", Referral.Withdrawn.class)
                .secret("referral-wish", Referral.Wish.class)
                .aggregate(INCOMING)
                .index(INCOMING, STATE, HEARD_AT)
                .alias(WAITING, IncomingReferral.Waiting.class)
                .alias("incoming-referral.lapsed", IncomingReferral.Lapsed.class)
                .alias("incoming-referral.taken-up", IncomingReferral.TakenUp.class)
                .alias("incoming-referral.declined", IncomingReferral.Declined.class);
    }
}
