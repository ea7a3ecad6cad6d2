package org.homeward.beneficiary.matching;

import org.jspecify.annotations.Nullable;

/**
 * A name as in one document, in any script. Either part may be empty (some people have one name).
 * Prints nothing personal.
 */
public record PersonName(String family, String given, @Nullable String patronymic) {

    public PersonName(String family, String given) {
        this(family, given, null);
    }

    /** The same name with family and given name in each other's field, a common slip. */
    PersonName swapped() {
        return new PersonName(given, family, patronymic);
    }

    @Override
    public String toString() {
        return "***";
    }
}
