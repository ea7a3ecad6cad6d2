package org.homeward.beneficiary.referral;

import static org.homeward.beneficiary.referral.ReferralTypes.REFERRAL;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.bson.Document;
import org.homeward.beneficiary.consent.ConsentInForce;
import org.homeward.beneficiary.referral.ReferralController.ReferredPerson;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.beneficiary.registration.ClosedFiles;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A referral has two parties. One are the case-workers who may read her file; for health and
 * protection of them only who made it or has the case. The other is the partner, who sees who she
 * is as long as there is something to do and she lets it, and her file is not closed; and her
 * telephones if she lets herself be called or written to.
 */
@UseCase("Read a referral, as one of its two parties")
class ReadReferral {

    private final Aggregates aggregates;
    private final ConsentInForce consents;
    private final ClosedFiles closedFiles;
    private final AccessLog accessLog;
    private final KeyVault vault;

    ReadReferral(
            Aggregates aggregates,
            ConsentInForce consents,
            ClosedFiles closedFiles,
            AccessLog accessLog,
            KeyVault vault) {
        this.aggregates = aggregates;
        this.consents = consents;
        this.closedFiles = closedFiles;
        this.accessLog = accessLog;
        this.vault = vault;
    }

    /**
     * A referral as one of the parties sees it.
     *
     * @param person only for the partner
     */
    record Seen(Stored<Referral> referral, boolean byPartner, @Nullable ReferredPerson person) {

        /** What was written about her goes where she goes: to the partner only with her. */
        @Nullable String note() {
            return byPartner && person == null
                    ? null
                    : referral.state().request().wish().open().note();
        }
    }

    /**
     * @throws NotFound for who is no party, after as many queries as for one that does not exist
     */
    Seen read(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var found = aggregates.find(REFERRAL, id, Scope.everything());
        var request = found.map(Stored::state).map(Referral::request);
        var beneficiary = request.map(Referral.Request::beneficiary).orElse(id);
        var file = aggregates.find(BENEFICIARY, beneficiary, scope);
        // which service it is lies sealed, and says who is a party
        boolean erased = vault.ask(id);
        var referral = found.filter(_ -> !erased).orElseThrow(NotFound::new);
        boolean partner = referral.state().request().isTo(actor);
        if (!partner && !sees(actor, file, referral.state().request())) {
            throw new NotFound();
        }
        if (!partner) {
            closedFiles.check(beneficiary);
        }
        accessLog.record(actor, purpose, REFERRAL.name(), List.of(beneficiary, id));
        return new Seen(referral, partner, partner ? person(referral.state()) : null);
    }

    private static boolean sees(
            Actor actor, Optional<Stored<Beneficiary>> file, Referral.Request request) {
        return actor.has("case-worker")
                && file.isPresent()
                && isOpenTo(actor, file.get().state(), request);
    }

    /** Whether one of her case-workers may read it. */
    static boolean isOpenTo(Actor actor, Beneficiary file, Referral.Request request) {
        return !request.isErased()
                && (request.forAllEyes()
                        || request.madeBy().equals(actor.subject())
                        || owns(actor, file));
    }

    private static boolean owns(Actor actor, Beneficiary file) {
        return file.ownership().owner().subject().equals(actor.subject());
    }

    /**
     * Her consents are asked for each time: the data flow here. Which of them is missing the
     * partner is not told, and it may end what it began.
     */
    private @Nullable ReferredPerson person(Referral referral) {
        var request = referral.request();
        if (!referral.concernsPartner()
                || !consents.letsShareWith(request.beneficiary(), request.partner())
                || closedFiles.contain(request.beneficiary())) {
            return null;
        }
        return aggregates
                .find(BENEFICIARY, request.beneficiary(), Scope.everything())
                .flatMap(file -> file.state().readable())
                .map(known -> ReferredPerson.of(known, byTelephone(request.beneficiary())))
                .orElse(null);
    }

    private boolean byTelephone(UUID beneficiary) {
        return consents.holds(beneficiary, ConsentPurpose.CONTACT_BY_PHONE)
                || consents.holds(beneficiary, ConsentPurpose.CONTACT_BY_SMS);
    }

    /** Of one person, for her case-workers. */
    Page<Stored<Referral>> made(
            UUID beneficiary, Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        var file = aggregates.find(BENEFICIARY, beneficiary, scope).orElseThrow(NotFound::new);
        closedFiles.check(beneficiary);
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(beneficiary));
        var hers = new Document("state.request.beneficiary", beneficiary);
        return visible(hers, page, request -> isOpenTo(actor, file.state(), request));
    }

    /** What a partner is asked for; who the people are is read one by one. */
    Page<Stored<Referral>> received(Actor actor, PageRequest page, Purpose purpose) {
        var theirs = new Document("state.request.partner", actor.organisation());
        var asked = visible(theirs, page, request -> request.isTo(actor));
        accessLog.record(
                actor, purpose, REFERRAL.name(), asked.items().stream().map(Stored::id).toList());
        return asked;
    }

    /**
     * Which service it is lies sealed, so what is not for the caller is left out after it was
     * found.
     */
    private Page<Stored<Referral>> visible(
            Document filter, PageRequest page, Predicate<Referral.Request> open) {
        return aggregates.list(
                REFERRAL,
                filter,
                Scope.everything(),
                page,
                referral -> open.test(referral.request()));
    }
}
