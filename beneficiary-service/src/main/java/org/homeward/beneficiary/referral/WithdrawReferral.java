package org.homeward.beneficiary.referral;

import static org.homeward.beneficiary.referral.ReferralTypes.REFERRAL;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;

/**
 * By who made it, or by a protection-officer, who need not know what it says. What the partner has
 * read it has; from now on it reads neither the note nor who she is.
 */
@UseCase("Take a referral back")
class WithdrawReferral {

    private final Journal journal;

    WithdrawReferral(Journal journal) {
        this.journal = journal;
    }

    /**
     * With any version, for an answer of the partner's in between does not make it right.
     *
     * @throws NotFound for everybody else, after as many queries as for one that does not exist
     */
    Receipt withdraw(UUID id, WithdrawalReason reason, Call call) {
        return journal.run(
                call,
                change -> {
                    var found = change.find(REFERRAL, id);
                    var person = found.map(one -> one.state().request().beneficiary()).orElse(id);
                    var file = change.load(BENEFICIARY, person, call.scope()).state();
                    var actor = call.actor();
                    var referral =
                            found.filter(one -> mayWithdraw(actor, one.state().request()))
                                    .orElseThrow(NotFound::new);
                    file.registered();
                    var withdrawn = referral.state().withdraw(reason, actor.subject());
                    return Receipt.ok(
                            ReferralController.path(id), change.update(referral, withdrawn));
                });
    }

    private static boolean mayWithdraw(Actor actor, Referral.Request request) {
        return request.madeBy().equals(actor.subject()) || actor.has("protection-officer");
    }
}
