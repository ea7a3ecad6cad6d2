package org.homeward.beneficiary.consent;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.security.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of whom.
 *
 * <p>Whose worker may see it is decided by the person's file as it is today, so nothing of the file
 * is copied here.
 *
 * @param partner code of the organisation to share with, see {@link #namesPartnerTo}; null unless
 *     it is SHARING_WITH_PARTNER
 * @param language in which it was explained, BCP 47
 * @param textVersion of the form that was read out
 * @param requestedAt by the programme clock: a story's cooling-off counts from here
 * @param requestedBy subject of the worker
 */
public record ConsentRequest(
        UUID consent,
        UUID beneficiary,
        ConsentPurpose purpose,
        @Nullable String partner,
        String language,
        String textVersion,
        Instant requestedAt,
        String requestedBy) {

    /**
     * Whether a no to the other is a no to this as well: the same purpose of the same person, and
     * where data is shared the same partner. What is for one story stands by itself.
     */
    boolean isSameMatter(ConsentRequest other) {
        return !purpose.isForOneStory()
                && purpose == other.purpose
                && beneficiary.equals(other.beneficiary)
                && Objects.equals(partner, other.partner);
    }

    /**
     * Whether the partner may be named to somebody who reads the consent. A shelter or a clinic
     * says as much of her as the referral for which she was asked; of what kind a partner is, is
     * not known here, so it is one rule for all: who asked, who has the case, who is cleared for
     * protection, and data-protection-officers.
     *
     * @param owner subject of who has her case
     */
    boolean namesPartnerTo(Actor reader, String owner) {
        return requestedBy.equals(reader.subject())
                || owner.equals(reader.subject())
                || reader.clearances().contains("protection")
                || reader.has("data-protection-officer");
    }

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
