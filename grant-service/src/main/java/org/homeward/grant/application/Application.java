package org.homeward.grant.application;

import java.util.List;
import java.util.Set;
import org.homeward.grant.people.Person;
import org.homeward.kit.web.StateConflict;

/** An application for a grant; each state is a type and offers only what is possible in it. */
sealed interface Application permits Editable, UnderReview, Approved, Rejected {

    /** For whom; with the organisation and district that the application belongs to. */
    Person applicant();

    /** What is applied for now. */
    Proposal proposal();

    /** Subjects of all who wrote, edited or submitted it: none of them may decide it. */
    Set<String> writers();

    /** What was handed in so far, the last at the end. */
    List<Submission> submissions();

    default State state() {
        return switch (this) {
            case Draft _ -> State.DRAFT;
            case UnderReview _ -> State.UNDER_REVIEW;
            case RevisionRequested _ -> State.REVISION_REQUESTED;
            case Approved _ -> State.APPROVED;
            case Rejected _ -> State.REJECTED;
        };
    }

    /**
     * @throws StateConflict when it is in another state
     */
    default <S extends Application> S in(Class<S> expected) {
        if (!expected.isInstance(this)) {
            throw new StateConflict(state().name());
        }
        return expected.cast(this);
    }
}
