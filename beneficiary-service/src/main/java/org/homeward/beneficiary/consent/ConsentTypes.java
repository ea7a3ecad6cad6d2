package org.homeward.beneficiary.consent;

import java.util.List;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;

/** What consent stores. */
public final class ConsentTypes {

    /** Has no scope of its own: a consent is found through the file of its person. */
    public static final AggregateType<Consent> CONSENT =
            AggregateType.of("consent", Consent.class, "consents");

    /** Under which a yes is stored. */
    static final String GIVEN = "consent.given";

    static final String REFUSED = "consent.refused";
    static final String WITHDRAWN = "consent.withdrawn";

    private static final String ERASED = "consent.erased";

    /** Under which is stored what is over. */
    public static final List<String> OVER = List.of(REFUSED, WITHDRAWN, ERASED);

    private ConsentTypes() {}

    public static void declare(StoredTypes.Builder types) {
        types.aggregate(CONSENT)
                .index(CONSENT, "state.request.beneficiary", "state.request.purpose")
                .alias("consent.requested", Consent.Requested.class)
                .alias(GIVEN, Consent.Given.class)
                .alias(REFUSED, Consent.Refused.class)
                .alias(WITHDRAWN, Consent.Withdrawn.class)
                .alias(ERASED, Consent.Erased.class);
    }
}
