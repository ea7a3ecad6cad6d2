package org.homeward.beneficiary.consent;

import static org.homeward.beneficiary.consent.ConsentTypes.BENEFICIARY;
import static org.homeward.beneficiary.consent.ConsentTypes.CONSENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.beneficiary.registration.PartOfFile;
import org.homeward.kit.export.Told;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.RecordsOf;
import org.homeward.kit.security.Actor;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.stereotype.Component;

/**
 * What she agreed to; each is taken back first, so that whoever acts on it stops. What stands ends
 * with the change that erases her, and of what was over as many beside it as a change bears.
 */
@Component
class ConsentsOfFile implements PartOfFile {

    /** More than stand at once of all purposes; a second's work. */
    static final int AT_ONCE = 500;

    private final Aggregates aggregates;
    private final ProgrammeClock clock;

    ConsentsOfFile(Aggregates aggregates, ProgrammeClock clock) {
        this.aggregates = aggregates;
        this.clock = clock;
    }

    @Override
    public List<Told> tell(UUID person, Actor teller, String language) {
        return RecordsOf.person(person, CONSENT, BENEFICIARY, aggregates).stream()
                .map(this::tell)
                .toList();
    }

    private Told tell(Consent consent) {
        var request = consent.request();
        var told =
                Told.of("CONSENT")
                        .and("purpose", request.purpose())
                        .and("partner", request.partner())
                        .and("state", consent.state())
                        .and("inForce", consent.isInForce(clock.today()))
                        .and("askedOn", day(request.requestedAt()))
                        .and("explainedIn", request.language());
        return consent instanceof Consent.Given given
                ? told.and("givenOn", day(given.at()))
                        .and("way", given.proof().way())
                        .and("validUntil", given.validUntil())
                : told;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ProgrammeClock.ZONE);
    }

    @Override
    public List<UUID> erase(UUID person, Change change) {
        var elsewhere = new ArrayList<UUID>();
        var consents =
                new ArrayList<>(
                        change.findAll(CONSENT, ConsentTypes.standing(person, clock.today())));
        int more = AT_ONCE - consents.size();
        if (more > 0) {
            consents.addAll(
                    change.findAll(CONSENT, ConsentTypes.ended(person, clock.today()), more));
        }
        for (var consent : consents) {
            var order = UUID.randomUUID();
            AnswerConsent.end(consent, consent.state().erase(order, clock.instant()), change);
            if (consent.state().request().purpose().isForOneStory()) {
                elsewhere.add(order);
            }
        }
        return elsewhere;
    }

    @Override
    public boolean isLeft(UUID person, Change change) {
        return !change.findAll(CONSENT, ConsentTypes.ended(person, clock.today()), 1).isEmpty();
    }

    @Override
    public Optional<Instant> lastChange(UUID person, Change change) {
        return change.lastChange(CONSENT, new Document(BENEFICIARY, person));
    }
}
