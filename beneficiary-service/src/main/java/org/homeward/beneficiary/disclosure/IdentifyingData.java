package org.homeward.beneficiary.disclosure;

import java.util.List;
import java.util.Set;
import org.homeward.beneficiary.matching.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * What may not be recognisable in a text about a person. Prints nothing.
 *
 * @param phones in E.164
 * @param documents document numbers in any writing
 * @param address free text: village, street, house
 * @param caseNumber as it is said over the telephone
 */
public record IdentifyingData(
        PersonName name,
        List<PersonName> formerNames,
        Set<String> phones,
        Set<String> documents,
        @Nullable String address,
        @Nullable String email,
        @Nullable String caseNumber) {

    public IdentifyingData {
        formerNames = List.copyOf(formerNames);
        phones = Set.copyOf(phones);
        documents = Set.copyOf(documents);
    }

    @Override
    public String toString() {
        return "***";
    }
}
