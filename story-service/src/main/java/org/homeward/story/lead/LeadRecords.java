package org.homeward.story.lead;

import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** How leads are kept. */
public final class LeadRecords {

    static final String OPEN = "lead.open";

    /**
     * Events of grants name a district and no organisation: who sees only one organisation's
     * records would see none of these. One that is answered has no district any more: it is seen by
     * who sees all.
     */
    static final AggregateType<Lead> LEADS =
            AggregateType.of("lead", Lead.class, "leads")
                    .scopedBy("about.organisation", "about.district");

    /** While it is open. */
    static final String BENEFICIARY = "state.beneficiary";

    private LeadRecords() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(LEADS)
                .index(LEADS, BENEFICIARY)
                .alias(OPEN, Lead.Open.class)
                .alias("lead.taken-up", Lead.TakenUp.class)
                .alias("lead.dismissed", Lead.Dismissed.class)
                .alias("lead.lapsed", Lead.Lapsed.class);
    }
}
