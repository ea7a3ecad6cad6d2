package org.homeward.beneficiary.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** What consent stores. */
public final class ConsentTypes {

    /** Has no scope of its own: a consent is found through the file of its person. */
    public static final AggregateType<Consent> CONSENT =
            AggregateType.of("consent", Consent.class, "consents");

    /** Where a consent says whose it is. */
    static final String BENEFICIARY = "state.request.beneficiary";

    static final String PURPOSE = "state.request.purpose";
    static final String PARTNER = "state.request.partner";
    static final String STATE = "state._class";

    /** Under which a yes is stored. */
    static final String GIVEN = "consent.given";

    static final String REFUSED = "consent.refused";
    static final String WITHDRAWN = "consent.withdrawn";
    static final String ERASED = "consent.erased";

    /** Of what a no has ended: it is in force no more and never will be. */
    private static final List<String> NO = List.of(REFUSED, WITHDRAWN);

    /** Under which is stored what is over. */
    public static final List<String> OVER = List.of(REFUSED, WITHDRAWN, ERASED);

    private ConsentTypes() {}

    /**
     * Those of hers that are not over, unanswered or agreed to until today or longer: what can't be
     * read is among them, and is passed over by nobody.
     */
    static Document standing(UUID beneficiary, LocalDate today) {
        return new Document(BENEFICIARY, beneficiary)
                .append(STATE, new Document("$nin", OVER))
                .append(ConsentInForce.VALID_UNTIL, new Document("$not", before(today)));
    }

    /** Those of hers that a no or their last day has ended and no erasure: all the others. */
    static Document ended(UUID beneficiary, LocalDate today) {
        return new Document(BENEFICIARY, beneficiary)
                .append(
                        "$or",
                        List.of(
                                new Document(STATE, new Document("$in", NO)),
                                new Document(STATE, new Document("$nin", OVER))
                                        .append(ConsentInForce.VALID_UNTIL, before(today))));
    }

    private static Document before(LocalDate today) {
        return new Document("$lt", today.toString());
    }

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(CONSENT)
                .index(CONSENT, BENEFICIARY, PURPOSE, STATE)
                .alias("consent.requested", Consent.Requested.class)
                .alias(GIVEN, Consent.Given.class)
                .alias(REFUSED, Consent.Refused.class)
                .alias(WITHDRAWN, Consent.Withdrawn.class)
                .alias(ERASED, Consent.Erased.class);
    }
}
