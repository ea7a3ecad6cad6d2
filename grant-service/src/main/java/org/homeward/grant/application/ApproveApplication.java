package org.homeward.grant.application;

import java.util.List;
import java.util.UUID;
import org.homeward.grant.fund.Funds;
import org.homeward.grant.inkind.Granted;
import org.homeward.grant.inkind.Grants;
import org.homeward.grant.inkind.Terms;
import org.homeward.grant.people.People;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Call;

@UseCase("Approve what the committee carried, reserve its money and make the grant: all or nothing")
class ApproveApplication {

    private final Journal journal;
    private final People people;
    private final Funds funds;
    private final Grants grants;
    private final OpenApplications openApplications;

    ApproveApplication(
            Journal journal,
            People people,
            Funds funds,
            Grants grants,
            OpenApplications openApplications) {
        this.journal = journal;
        this.people = people;
        this.funds = funds;
        this.grants = grants;
        this.openApplications = openApplications;
    }

    Receipt approve(UUID id, Call call) {
        UUID grant = UUID.randomUUID();
        return journal.run(
                call,
                change -> {
                    var before = change.loadMatching(Applications.APPLICATIONS, id, call);
                    var review = before.state().in(UnderReview.class);
                    var terms = terms(id, review, call.actor().subject());
                    var beneficiary = terms.person().beneficiary();
                    var ties = people.ties(change, beneficiary);
                    review.decidedBy(call.actor().pseudonym(), ties);
                    var standing = review.standing(ties);
                    var approved =
                            review.approve(standing, grant, call.actor().subject(), change.now());
                    people.requireEligible(beneficiary, terms.programme());
                    change.update(before, approved);
                    openApplications.closes(change, review);
                    funds.reserve(change, terms.fund(), beneficiary, grant, terms.amount());
                    return grants.make(change, grant, terms, items(review));
                });
    }

    private static Terms terms(UUID id, UnderReview review, String approver) {
        var proposal = review.proposal();
        return new Terms(
                id,
                review.applicant(),
                proposal.fund().id(),
                proposal.fund().programme(),
                proposal.sector(),
                proposal.womenLed(),
                proposal.total(),
                approver);
    }

    private static List<Granted> items(UnderReview review) {
        return review.proposal().items().stream()
                .map(item -> item.granted(UUID.randomUUID()))
                .toList();
    }
}
