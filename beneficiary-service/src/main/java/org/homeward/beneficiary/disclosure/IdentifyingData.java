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
 * @param address one line, its parts separated by commas
 * @param place village or other exact place
 * @param mayBeNamed places of the address too large to identify anybody (district, region)
 */
public record IdentifyingData(
        PersonName name,
        List<PersonName> formerNames,
        Set<String> phones,
        Set<String> documents,
        @Nullable String address,
        @Nullable String place,
        Set<String> mayBeNamed) {

    public IdentifyingData {
        formerNames = List.copyOf(formerNames);
        phones = Set.copyOf(phones);
        documents = Set.copyOf(documents);
        mayBeNamed = Set.copyOf(mayBeNamed);
    }

    @Override
    public String toString() {
        return "***";
    }
}
