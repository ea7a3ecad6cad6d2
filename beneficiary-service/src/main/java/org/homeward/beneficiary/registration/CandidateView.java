package org.homeward.beneficiary.registration;

import java.util.UUID;
import org.homeward.beneficiary.registration.Search.Candidate;
import org.homeward.kit.journal.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be the person looked for.
 *
 * @param beneficiary null when out of the worker's scope
 * @param person null when out of the worker's scope
 * @param askOrganisation code of the organisation to ask; null when the worker may read the file
 */
record CandidateView(
        UUID reference,
        @Nullable UUID beneficiary,
        @Nullable String caseNumber,
        @Nullable PersonalData person,
        @Nullable String askOrganisation) {

    static CandidateView of(Candidate candidate, Stored<Beneficiary> file) {
        var state = file.state();
        return new CandidateView(
                candidate.reference(),
                file.id(),
                state.caseNumber(),
                state.person().isReadable() ? state.person().open() : null,
                null);
    }

    static CandidateView ask(Candidate candidate, String organisation) {
        return new CandidateView(candidate.reference(), null, null, null, organisation);
    }
}
