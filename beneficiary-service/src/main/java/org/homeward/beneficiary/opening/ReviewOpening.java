package org.homeward.beneficiary.opening;

import static org.homeward.beneficiary.opening.OpeningTypes.OPENING;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.opening.Opening.Finding;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;

@UseCase("Review who opened a file out of scope, and why")
class ReviewOpening {

    private final Journal journal;
    private final Aggregates aggregates;
    private final AccessLog accessLog;

    ReviewOpening(Journal journal, Aggregates aggregates, AccessLog accessLog) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.accessLog = accessLog;
    }

    /**
     * @param reviewed whether it was; null for all
     */
    Page<Stored<Opening>> list(@Nullable Boolean reviewed, Scope scope, PageRequest page) {
        var filter = new Document();
        if (reviewed != null) {
            filter.append(
                    OpeningTypes.STATE, reviewed ? OpeningTypes.REVIEWED : OpeningTypes.UNREVIEWED);
        }
        return aggregates.list(OPENING, filter, scope, page);
    }

    /** Recorded as a read: the reason may tell of the person. */
    Stored<Opening> read(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var opening = aggregates.find(OPENING, id, scope).orElseThrow(NotFound::new);
        accessLog.record(
                actor, purpose, OPENING.name(), List.of(opening.state().facts().beneficiary(), id));
        return opening;
    }

    Receipt review(UUID id, Finding finding, String note, Call call) {
        return journal.run(
                call,
                change -> {
                    var opening = change.loadMatching(OPENING, id, call);
                    var reviewed =
                            opening.state().review(call.actor(), finding, note, change.now());
                    return Receipt.ok(
                            OpeningController.PATH + "/" + id, change.update(opening, reviewed));
                });
    }
}
