package org.homeward.grant.application;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.grant.committee.Committees;
import org.homeward.grant.people.People;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.Call;

@UseCase("Hand an application in for review by the committee that its fund has now")
class SubmitApplication {

    private final Journal journal;
    private final Committees committees;
    private final People people;
    private final OpenApplications openApplications;

    SubmitApplication(
            Journal journal,
            Committees committees,
            People people,
            OpenApplications openApplications) {
        this.journal = journal;
        this.committees = committees;
        this.people = people;
        this.openApplications = openApplications;
    }

    Receipt submit(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var before = change.loadMatching(Applications.APPLICATIONS, id, call);
                    var draft = before.state().in(Editable.class);
                    var beneficiary = draft.applicant().beneficiary();
                    var programme = draft.proposal().fund().programme();
                    people.requireEligible(beneficiary, programme);
                    var committee = committees.of(change, draft.proposal().fund().id());
                    draft.judgesChosenBy(
                            pseudonyms(committee.choosers(), call.actor().issuer()),
                            people.ties(change, beneficiary));
                    var submitted =
                            draft.submit(id, committee, call.actor().subject(), change.now());
                    openApplications.opens(change, id, beneficiary, programme);
                    return Receipt.ok(
                            ApplicationController.path(id), change.update(before, submitted));
                });
    }

    /** As events name them. */
    private static Set<UUID> pseudonyms(Set<String> subjects, String issuer) {
        return subjects.stream()
                .map(subject -> Actor.pseudonym(issuer, subject))
                .collect(Collectors.toUnmodifiableSet());
    }
}
