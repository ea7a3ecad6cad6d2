package org.homeward.beneficiary.registration;

import java.util.UUID;
import org.homeward.beneficiary.registration.Search.Candidate;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.sealing.Legibility;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be the person looked for.
 *
 * @param beneficiary null when out of the worker's scope
 * @param person null when out of the worker's scope, or as {@code legibility} says
 * @param legibility whether her data can be shown; null when out of the worker's scope, and as
 *     {@code consentMissing} says
 * @param consentMissing without which nothing more of her is shown; else null
 * @param askOrganisation code of the organisation to ask; null when the worker may read the file
 */
record CandidateView(
        UUID reference,
        @Nullable UUID beneficiary,
        @Nullable String caseNumber,
        @Nullable PersonalData person,
        @Nullable Legibility legibility,
        @Nullable ConsentPurpose consentMissing,
        @Nullable String askOrganisation) {

    static CandidateView of(Candidate candidate, Stored<Beneficiary> file) {
        var state = file.state();
        var legibility = state.legibility();
        return new CandidateView(
                candidate.reference(),
                file.id(),
                state instanceof Beneficiary.Registered registered ? registered.caseNumber() : null,
                legibility == Legibility.READABLE ? state.readable().orElse(null) : null,
                legibility,
                null,
                null);
    }

    /** For who may open her file again once she agrees. */
    static CandidateView closed(Candidate candidate) {
        return new CandidateView(
                candidate.reference(),
                candidate.beneficiary(),
                null,
                null,
                null,
                ConsentPurpose.CASE_MANAGEMENT,
                null);
    }

    static CandidateView ask(Candidate candidate, String organisation) {
        return new CandidateView(candidate.reference(), null, null, null, null, null, organisation);
    }
}
