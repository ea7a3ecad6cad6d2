package org.homeward.beneficiary.referral;

import static org.homeward.beneficiary.referral.ReferralTypes.REFERRAL;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.time.Instant;
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
import org.homeward.kit.security.Scope;
import org.springframework.stereotype.Component;

/**
 * What she was sent for. What others said of her before she was registered was destroyed when it
 * was answered.
 */
@Component
class ReferralsOfFile implements PartOfFile {

    private final Aggregates aggregates;

    ReferralsOfFile(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    /** Health and protection only by who has the case or made the referral. */
    @Override
    public List<Told> tell(UUID person, Actor teller, String language) {
        var file = aggregates.find(BENEFICIARY, person, Scope.everything()).orElseThrow().state();
        return RecordsOf.person(person, REFERRAL, ReferralTypes.BENEFICIARY, aggregates).stream()
                .filter(referral -> ReadReferral.isOpenTo(teller, file, referral.request()))
                .map(ReferralsOfFile::tell)
                .toList();
    }

    private static Told tell(Referral referral) {
        var request = referral.request();
        return Told.of("REFERRAL")
                .and("service", request.service())
                .and("partner", request.partner())
                .and("state", referral.state())
                .and("due", request.due())
                .and("note", request.wish().open().note());
    }

    @Override
    public List<UUID> erase(UUID person, Change change) {
        RecordsOf.person(person, REFERRAL, ReferralTypes.BENEFICIARY, change)
                .forEach(change::destroyKey);
        return List.of();
    }

    @Override
    public Optional<Instant> lastChange(UUID person, Change change) {
        return change.lastChange(REFERRAL, new Document(ReferralTypes.BENEFICIARY, person));
    }
}
