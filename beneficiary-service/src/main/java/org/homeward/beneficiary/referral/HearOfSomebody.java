package org.homeward.beneficiary.referral;

import static org.homeward.beneficiary.referral.ReferralTypes.INCOMING;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import java.util.function.Function;
import org.homeward.beneficiary.registration.Districts;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;

/**
 * What was said of the person is needed until it is answered, and destroyed with the answer: who is
 * registered has a file, and of who is not nothing may stay. Nor of whom nobody answers about, see
 * {@link LapseReferrals}.
 */
@UseCase("Hear of somebody from others, and answer it by a registration or a reason")
class HearOfSomebody {

    private final Journal journal;
    private final Districts districts;
    private final ProgrammeClock clock;

    HearOfSomebody(Journal journal, Districts districts, ProgrammeClock clock) {
        this.journal = journal;
        this.districts = districts;
        this.clock = clock;
    }

    /**
     * @throws InvalidBody when it is no district, or the person came by herself
     */
    Receipt hear(IncomingReferralController.HearBody body, Call call) {
        districts.check(body.district(), "/district");
        if (body.channel() == Channel.SELF) {
            throw new InvalidBody("/channel", "who comes by herself is registered");
        }
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        return journal.run(
                call,
                change -> {
                    var word =
                            new IncomingReferral.Word(
                                    id,
                                    body.to(),
                                    body.district(),
                                    body.channel(),
                                    call.actor().organisation(),
                                    call.actor().subject(),
                                    clock.instant(),
                                    Secret.of(body.about()));
                    return Receipt.created(
                            IncomingReferralController.path(id),
                            change.create(INCOMING, id, IncomingReferral.heard(word)));
                });
    }

    /** The person is in the files now, or has been. */
    Receipt register(UUID id, UUID beneficiary, Call call) {
        return journal.run(
                call,
                change -> {
                    var answer =
                            answer(
                                    id,
                                    call,
                                    change,
                                    heard -> heard.register(beneficiary, call.actor().subject()));
                    change.load(BENEFICIARY, beneficiary, call.scope());
                    return answer;
                });
    }

    Receipt decline(UUID id, DeclineReason reason, Call call) {
        return journal.run(
                call,
                change ->
                        answer(
                                id,
                                call,
                                change,
                                heard -> heard.decline(reason, call.actor().subject())));
    }

    private static Receipt answer(
            UUID id,
            Call call,
            Change change,
            Function<IncomingReferral, Decision<IncomingReferral>> step) {
        var heard = change.loadMatching(INCOMING, id, call);
        var answered = change.update(heard, step.apply(heard.state()));
        change.destroyKey(id);
        return Receipt.ok(IncomingReferralController.path(id), answered);
    }
}
