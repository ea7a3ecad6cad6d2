package org.homeward.beneficiary.consent;

import java.time.Instant;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentPurpose;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of whom.
 *
 * @param organisation of the file, for scope
 * @param district of the file, for scope
 * @param language in which it was explained, BCP 47
 * @param textVersion of the form that was read out
 * @param requestedAt by the programme clock: a story's cooling-off counts from here
 * @param requestedBy subject of the worker
 */
public record ConsentRequest(
        UUID consent,
        UUID beneficiary,
        ConsentPurpose purpose,
        String organisation,
        String district,
        String language,
        String textVersion,
        Instant requestedAt,
        String requestedBy) {

    /** The person, where the purpose lets others know whose consent it is. */
    @Nullable UUID beneficiaryForOthers() {
        return switch (purpose) {
            case STORY_PUBLICATION, PHOTOGRAPH -> null;
            case CASE_MANAGEMENT,
                    SHARING_WITH_PARTNER,
                    SHARING_WITH_DONOR,
                    CONTACT_BY_SMS,
                    CONTACT_BY_EMAIL,
                    CONTACT_BY_PHONE,
                    RESEARCH ->
                    beneficiary;
        };
    }
}
