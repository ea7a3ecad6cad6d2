package org.homeward.grant.inkind;

import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.homeward.grant.fund.Funds;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.springframework.stereotype.Component;

/** Runs a step of a grant, with the money that it moves in the same change. */
@Component
class GrantSteps {

    private final Journal journal;
    private final Funds funds;
    private final ProgrammeClock clock;

    GrantSteps(Journal journal, Funds funds, ProgrammeClock clock) {
        this.journal = journal;
        this.funds = funds;
        this.clock = clock;
    }

    /** On the version that the caller has seen. */
    <S extends Grant> Receipt run(
            Call call, UUID id, Class<S> state, BiFunction<S, Act, Booked> step) {
        return run(call, id, state, step, _ -> {});
    }

    /**
     * @param besides what else is written once the step is decided, in the same change
     */
    <S extends Grant> Receipt run(
            Call call,
            UUID id,
            Class<S> state,
            BiFunction<S, Act, Booked> step,
            Consumer<Change> besides) {
        return journal.run(
                call,
                change -> {
                    var before = change.loadMatching(Grants.GRANTS, id, call);
                    return taken(change, call, before, state, step, besides);
                });
    }

    /** On whatever version there is: it commutes with other steps. */
    <S extends Grant> Receipt runOnAny(
            Call call, UUID id, Class<S> state, BiFunction<S, Act, Booked> step) {
        return journal.run(
                call,
                change -> {
                    var before = change.load(Grants.GRANTS, id, call.scope());
                    return taken(change, call, before, state, step, _ -> {});
                });
    }

    private <S extends Grant> Receipt taken(
            Change change,
            Call call,
            Stored<Grant> before,
            Class<S> state,
            BiFunction<S, Act, Booked> step,
            Consumer<Change> besides) {
        var act = new Act(before.id(), call.actor().subject(), clock.today(), change.now());
        var booked = step.apply(before.state().in(state), act);
        besides.accept(change);
        var after = change.update(before, booked.decision());
        if (!booked.movements().isEmpty()) {
            var terms = before.state().terms();
            funds.book(change, terms.fund(), terms.person().beneficiary(), booked.movements());
        }
        return Receipt.ok(GrantController.path(before.id()), after);
    }
}
