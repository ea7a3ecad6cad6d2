package org.homeward.story.disclosure;

import java.util.Set;
import java.util.UUID;

/**
 * A place in a text that gives a person away; never what it gives away.
 *
 * @param consent stands for the person
 * @param language of the version, by its BCP 47 tag
 * @param kind what was found there, for example a name or a telephone number
 * @param start of the place in the text that was sent, counted in UTF-16 units
 * @param end behind its last character
 * @param agreed whether it is the name that the person wants to be told under; never true where she
 *     chose another
 */
record Hit(UUID consent, String language, String kind, int start, int end, boolean agreed) {

    /** As beneficiary-service names the parts of a name that a person goes by today. */
    private static final Set<String> NAMES = Set.of("GIVEN_NAME", "FAMILY_NAME", "PATRONYMIC");

    /** Of a person who is told of under the real name. */
    Hit underRealName() {
        return new Hit(consent, language, kind, start, end, NAMES.contains(kind));
    }
}
