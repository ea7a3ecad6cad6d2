package org.homeward.beneficiary.registration;

import java.util.List;
import java.util.Set;
import org.homeward.beneficiary.disclosure.IdentifyingData;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.contracts.beneficiary.Sex;
import org.jspecify.annotations.Nullable;

/**
 * What makes a person recognisable; only ever stored sealed under the key of that person.
 *
 * @param phones E.164
 * @param address the line below the district: village, street, house
 * @param languages BCP 47, the one to speak with her first
 */
public record PersonalData(
        PersonName name,
        List<PersonName> formerNames,
        Sex sex,
        Birth birth,
        List<String> phones,
        @Nullable String email,
        @Nullable String address,
        List<String> documents,
        List<String> languages) {

    public PersonalData {
        formerNames = List.copyOf(formerNames);
        phones = List.copyOf(phones);
        documents = List.copyOf(documents);
        languages = List.copyOf(languages);
    }

    /** As a search compares her, and finds her by. */
    public KnownPerson forMatching(String district) {
        return new KnownPerson(
                name,
                formerNames,
                org.homeward.beneficiary.matching.Sex.valueOf(sex.name()),
                birth.forMatching(),
                Set.copyOf(phones),
                district,
                Set.copyOf(documents));
    }

    /** What may not be recognisable in a text about her; the district of the file may be told. */
    IdentifyingData identifying(String caseNumber) {
        return new IdentifyingData(
                name,
                formerNames,
                Set.copyOf(phones),
                Set.copyOf(documents),
                address,
                email,
                caseNumber);
    }

    @Override
    public String toString() {
        return "***";
    }
}
