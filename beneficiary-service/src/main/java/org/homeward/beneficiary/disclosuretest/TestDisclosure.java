package org.homeward.beneficiary.disclosuretest;

import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.UUID;
import org.homeward.beneficiary.disclosure.DisclosureFinder;
import org.homeward.beneficiary.disclosuretest.DisclosureTestController.Hits;
import org.homeward.beneficiary.disclosuretest.DisclosureTestController.Place;
import org.homeward.beneficiary.disclosuretest.DisclosureTestController.Question;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;

/** A story names its people by the consent that was asked for it; nothing of the text is kept. */
@UseCase("Test whether a text would identify the person who was asked for consent")
class TestDisclosure {

    private final Aggregates aggregates;
    private final AccessLog accessLog;

    TestDisclosure(Aggregates aggregates, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.accessLog = accessLog;
    }

    /**
     * @throws NotFound for an unknown consent, and for a person who was erased
     */
    Hits test(Question question, Actor actor, Purpose purpose) {
        var consent =
                aggregates
                        .find(CONSENT, question.consent(), Scope.everything())
                        .orElseThrow(NotFound::new);
        UUID person = consent.state().request().beneficiary();
        var identifying =
                aggregates
                        .find(BENEFICIARY, person, Scope.everything())
                        .flatMap(found -> found.state().identifying())
                        .orElseThrow(NotFound::new);
        accessLog.record(actor, purpose, BENEFICIARY.name(), List.of(person));
        var finder = new DisclosureFinder(identifying);
        return new Hits(
                question.texts().stream()
                        .flatMap(
                                text ->
                                        finder.find(text.text()).stream()
                                                .map(hit -> Place.of(text.language(), hit)))
                        .toList());
    }
}
