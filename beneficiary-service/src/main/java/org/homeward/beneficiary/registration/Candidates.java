package org.homeward.beneficiary.registration;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.beneficiary.matching.MatchScore;
import org.homeward.beneficiary.matching.Matcher;
import org.homeward.beneficiary.matching.Verdict;
import org.homeward.beneficiary.registration.Search.Candidate;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.DerivedKeys;
import org.springframework.stereotype.Component;

/**
 * Whom the files hold that may be the person somebody is about to register, in any organisation and
 * script; a file that can't be opened is passed over. The same person asked for twice within one
 * search gets the same references.
 */
@Component
class Candidates {

    private final LookUp lookUp;
    private final Aggregates aggregates;
    private final SecretKeySpec key;

    Candidates(LookUp lookUp, Aggregates aggregates, DerivedKeys keys) {
        this.lookUp = lookUp;
        this.aggregates = aggregates;
        this.key = new SecretKeySpec(keys.key("candidate references"), "HmacSHA256");
    }

    List<Candidate> like(KnownPerson person, UUID search) {
        return aggregates
                .findAll(RegistrationTypes.BENEFICIARY, lookUp.sharing(person), Scope.everything())
                .stream()
                .filter(file -> file.state().legibility() == Legibility.READABLE)
                .flatMap(file -> compare(person, file).stream())
                .filter(compared -> compared.score().verdict() != Verdict.DIFFERENT)
                .sorted(
                        Comparator.<Compared>comparingInt(compared -> -compared.score().points())
                                .thenComparing(Compared::id))
                .map(compared -> new Candidate(reference(search, compared.id()), compared.id()))
                .toList();
    }

    /** Empty for who was erased. */
    private static Optional<Compared> compare(KnownPerson person, Stored<Beneficiary> file) {
        var state = file.state();
        return state.readable()
                .map(known -> Matcher.compare(person, known.forMatching(state.district())))
                .map(score -> new Compared(file.id(), score));
    }

    private UUID reference(UUID search, UUID beneficiary) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (var id : List.of(search, beneficiary)) {
                mac.update(
                        ByteBuffer.allocate(16)
                                .putLong(id.getMostSignificantBits())
                                .putLong(id.getLeastSignificantBits())
                                .flip());
            }
            var hash = ByteBuffer.wrap(mac.doFinal());
            return new UUID(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }

    private record Compared(UUID id, MatchScore score) {}
}
