package org.homeward.beneficiary.retention;

import static org.homeward.beneficiary.programme.ProgrammeTypes.PROGRAMME;
import static org.homeward.beneficiary.retention.RetentionTypes.RULE;

import org.homeward.beneficiary.programme.Programme;
import org.homeward.beneficiary.programme.ProtectedProgramme;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;

@UseCase("Say how long files of a programme are kept after it has ended")
class SetRetention {

    private final Journal journal;
    private final Aggregates aggregates;

    SetRetention(Journal journal, Aggregates aggregates) {
        this.journal = journal;
        this.aggregates = aggregates;
    }

    /**
     * The first rule needs no version, every further one the version it replaces.
     *
     * @throws NotFound when there is no such programme
     * @throws ProtectedProgramme when it is not known who is in it
     */
    Receipt set(String programme, int months, Call call) {
        var id = RetentionRule.idOf(programme);
        var rule = new RetentionRule(programme, months, call.actor().subject());
        return journal.run(
                call,
                change -> {
                    change.find(PROGRAMME, Programme.idOf(programme))
                            .orElseThrow(NotFound::new)
                            .state()
                            .requireKnownPeople();
                    if (change.find(RULE, id).isEmpty()) {
                        return Receipt.created(
                                RetentionController.path(programme),
                                change.create(RULE, id, rule.set()));
                    }
                    return Receipt.ok(
                            RetentionController.path(programme),
                            change.update(change.loadMatching(RULE, id, call), rule.set()));
                });
    }

    Stored<RetentionRule> read(String programme, Scope scope) {
        return aggregates
                .find(RULE, RetentionRule.idOf(programme), scope)
                .orElseThrow(NotFound::new);
    }
}
