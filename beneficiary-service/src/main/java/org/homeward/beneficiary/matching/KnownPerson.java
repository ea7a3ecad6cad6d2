package org.homeward.beneficiary.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person for telling people apart; everything but the name may be missing.
 *
 * @param formerNames names of other papers and times; kept because an ending carries no identity in
 *     this population
 * @param phones in E.164, see {@link Telephone#e164}
 * @param district district code of the home address
 * @param documents document numbers in any writing, see {@link DocumentNumber#normal}
 */
public record KnownPerson(
        PersonName name,
        List<PersonName> formerNames,
        @Nullable Sex sex,
        @Nullable BirthDate birthDate,
        Set<String> phones,
        @Nullable String district,
        Set<String> documents) {

    public KnownPerson {
        formerNames = List.copyOf(formerNames);
        phones = Set.copyOf(phones);
        documents = Set.copyOf(documents);
    }

    /** The present name first. */
    List<PersonName> names() {
        var names = new ArrayList<PersonName>();
        names.add(name);
        names.addAll(formerNames);
        return names;
    }

    /**
     * How many people a search for her may find that have nothing in common but her: each name, and
     * of a name of several words each pair of them, each telephone and each document may be of
     * somebody else. One name, one telephone and one document count as one.
     *
     * @return 1 or more
     */
    public int manifold() {
        int pairs =
                names().stream()
                        .mapToInt(
                                one ->
                                        NameKeys.namesIn(one.family())
                                                * NameKeys.namesIn(one.given()))
                        .sum();
        return pairs + Math.max(0, phones.size() - 1) + Math.max(0, documents.size() - 1);
    }

    @Override
    public String toString() {
        return "***";
    }
}
