package org.homeward.beneficiary.erasure;

import static org.homeward.beneficiary.erasure.ErasureTypes.ERASURE;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.StateConflict;

/** Nothing of the person is in it, so nothing is recorded as read. */
@UseCase("See how far an erasure is, and give the person its certificate")
class ReadErasure {

    private final Aggregates aggregates;

    ReadErasure(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /**
     * @throws NotFound after as many queries for one that does not exist as for one out of scope
     */
    Stored<Erasure> read(UUID id, Scope scope) {
        var erasure = aggregates.find(ERASURE, id, Scope.everything());
        var person = erasure.map(found -> found.state().request().beneficiary()).orElse(id);
        if (!isInScope(person, scope)) {
            throw new NotFound();
        }
        return erasure.orElseThrow(NotFound::new);
    }

    /** Those of people in scope; each is looked up, for an erasure has no scope of its own. */
    Page<Stored<Erasure>> list(Scope scope, PageRequest page) {
        return aggregates.list(
                ERASURE,
                new Document(),
                Scope.everything(),
                page,
                erasure -> isInScope(erasure.request().beneficiary(), scope));
    }

    private boolean isInScope(UUID person, Scope scope) {
        return aggregates.find(BENEFICIARY, person, scope).isPresent();
    }

    /**
     * @throws StateConflict while it is not complete
     */
    Certificate certificate(UUID id, Scope scope) {
        var erasure = read(id, scope).state();
        if (erasure instanceof Erasure.Complete complete) {
            return complete.certificate();
        }
        throw new StateConflict(erasure.state());
    }
}
