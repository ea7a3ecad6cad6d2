package org.homeward.bench.people;

import java.util.List;
import java.util.stream.Stream;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.beneficiary.registration.Birth;
import org.homeward.beneficiary.registration.PersonalData;
import org.homeward.contracts.beneficiary.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to register or to search for.
 *
 * @param phone E.164
 * @param district code
 */
public record Somebody(
        PersonName name,
        Sex sex,
        Birth birth,
        @Nullable String phone,
        @Nullable String document,
        String district) {

    /** The same person after a move. */
    public Somebody in(String other) {
        return new Somebody(name, sex, birth, phone, document, other);
    }

    PersonalData data() {
        return new PersonalData(
                name,
                List.of(),
                sex,
                birth,
                Stream.ofNullable(phone).toList(),
                null,
                null,
                Stream.ofNullable(document).toList(),
                List.of("tg"));
    }

    KnownPerson known() {
        return data().forMatching(district);
    }
}
