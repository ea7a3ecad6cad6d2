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
import org.jspecify.annotations.Nullable;

@UseCase("Say how long files are kept after a case has ended")
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
     * @param programme null for files of people of no programme
     * @throws NotFound when there is no such programme
     * @throws ProtectedProgramme when it is not known who is in it
     */
    Receipt set(@Nullable String programme, int months, Call call) {
        var id = RetentionRule.idOf(programme);
        var rule = new RetentionRule(programme, months, call.actor().subject());
        var path = RetentionController.path(programme);
        return journal.run(
                call,
                change -> {
                    if (programme != null) {
                        change.find(PROGRAMME, Programme.idOf(programme))
                                .orElseThrow(NotFound::new)
                                .state()
                                .requireKnownPeople();
                    }
                    if (change.find(RULE, id).isEmpty()) {
                        return Receipt.created(path, change.create(RULE, id, rule.set()));
                    }
                    return Receipt.ok(
                            path, change.update(change.loadMatching(RULE, id, call), rule.set()));
                });
    }

    Stored<RetentionRule> read(@Nullable String programme, Scope scope) {
        return aggregates
                .find(RULE, RetentionRule.idOf(programme), scope)
                .orElseThrow(NotFound::new);
    }
}
