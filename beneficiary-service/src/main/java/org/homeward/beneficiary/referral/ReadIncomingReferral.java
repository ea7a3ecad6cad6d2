package org.homeward.beneficiary.referral;

import static org.homeward.beneficiary.referral.ReferralTypes.INCOMING;

import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.RecordDestroyed;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

/** Case-workers of the district read who it is about; who wrote it down reads how it stands. */
@UseCase("Read what was heard of somebody, for a stated purpose")
class ReadIncomingReferral {

    private final Aggregates aggregates;
    private final AccessLog accessLog;

    ReadIncomingReferral(Aggregates aggregates, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.accessLog = accessLog;
    }

    /**
     * @param inFull whether who it is about may be told
     */
    record Seen(Stored<IncomingReferral> referral, boolean inFull) {}

    /**
     * @throws NotFound for who is neither, after as many queries as for one that does not exist
     * @throws RecordDestroyed when who it is about would be told, and was destroyed for good
     */
    Seen read(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var referral = aggregates.find(INCOMING, id, Scope.everything());
        var task = aggregates.find(INCOMING, id, scope);
        if (task.isPresent() && actor.has("case-worker")) {
            var legible = aggregates.legible(task.get(), one -> one.told());
            accessLog.record(actor, purpose, INCOMING.name(), List.of(id));
            return new Seen(legible, true);
        }
        return referral.filter(one -> one.state().word().from().equals(actor.organisation()))
                .map(one -> new Seen(one, false))
                .orElseThrow(NotFound::new);
    }

    /** Those that wait for an answer. */
    Page<Stored<IncomingReferral>> waiting(
            Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        var waiting = new Document(ReferralTypes.STATE, ReferralTypes.WAITING);
        var tasks = aggregates.list(INCOMING, waiting, scope, page);
        accessLog.record(
                actor, purpose, INCOMING.name(), tasks.items().stream().map(Stored::id).toList());
        return tasks;
    }
}
