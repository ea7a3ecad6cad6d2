package org.homeward.grant.application;

import java.util.Optional;
import org.homeward.grant.people.People;
import org.homeward.kit.journal.UseCase;

@UseCase("See how the votes on an application stand, for those who vote and who decide")
class ReadReview {

    private final People people;

    ReadReview(People people) {
        this.people = people;
    }

    /** As it was when it was decided, and before that as it is now. */
    Optional<Standing> standing(Application application) {
        return switch (application) {
            case Editable _, Erased _ -> Optional.empty();
            case UnderReview review ->
                    Optional.of(review.standing(people.ties(review.applicant().beneficiary())));
            case Approved approved -> Optional.of(approved.standing());
            case Rejected rejected -> Optional.of(rejected.standing());
        };
    }
}
