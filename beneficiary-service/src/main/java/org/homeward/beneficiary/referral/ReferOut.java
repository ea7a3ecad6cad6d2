package org.homeward.beneficiary.referral;

import static org.homeward.beneficiary.referral.ReferralTypes.REFERRAL;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import java.util.function.Function;
import org.homeward.beneficiary.consent.ConsentInForce;
import org.homeward.beneficiary.registration.ClosedFiles;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.NotFound;

@UseCase("Refer a person to a partner, and hear what came of it")
class ReferOut {

    private final Journal journal;
    private final ConsentInForce consents;
    private final ClosedFiles closedFiles;
    private final KeyVault vault;
    private final ProgrammeClock clock;

    ReferOut(
            Journal journal,
            ConsentInForce consents,
            ClosedFiles closedFiles,
            KeyVault vault,
            ProgrammeClock clock) {
        this.journal = journal;
        this.consents = consents;
        this.closedFiles = closedFiles;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @throws InvalidBody when it is due in the past, or no other organisation is asked
     */
    Receipt request(UUID beneficiary, ReferralController.ReferBody body, Call call) {
        if (body.due().isBefore(clock.today())) {
            throw new InvalidBody("/due", "must not be in the past");
        }
        if (body.partner().equals(call.actor().organisation())) {
            throw new InvalidBody("/partner", "must be another organisation");
        }
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        return journal.run(
                call,
                change -> {
                    var file = change.load(BENEFICIARY, beneficiary, call.scope());
                    consents.requireSharingWith(beneficiary, body.partner());
                    closedFiles.check(beneficiary);
                    var request =
                            new Referral.Request(
                                    id,
                                    beneficiary,
                                    file.state().district(),
                                    body.partner(),
                                    body.due(),
                                    call.actor().subject(),
                                    Secret.of(new Referral.Wish(body.service(), body.note())));
                    return Receipt.created(
                            ReferralController.path(id),
                            change.create(REFERRAL, id, Referral.request(request)));
                });
    }

    /**
     * What the partner answers.
     *
     * @throws NotFound for everybody else, after as many queries as for one that does not exist
     */
    Receipt answer(UUID id, Call call, Function<Referral, Decision<Referral>> step) {
        return journal.run(
                call,
                change -> {
                    var found = change.find(REFERRAL, id);
                    boolean erased = vault.ask(id);
                    if (found.filter(one -> !erased && isPartner(one.state(), call)).isEmpty()) {
                        throw new NotFound();
                    }
                    var referral = change.loadMatching(REFERRAL, id, call);
                    var answered = step.apply(referral.state());
                    return Receipt.ok(
                            ReferralController.path(id), change.update(referral, answered));
                });
    }

    private static boolean isPartner(Referral referral, Call call) {
        return referral.request().isTo(call.actor());
    }
}
