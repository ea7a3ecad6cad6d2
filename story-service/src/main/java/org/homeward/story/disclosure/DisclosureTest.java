package org.homeward.story.disclosure;

import java.util.List;
import java.util.UUID;

/** The texts of a story against the file of one person in it. */
interface DisclosureTest {

    /**
     * @param purpose why it is asked, for the record of who saw the file
     * @throws org.homeward.kit.web.Unavailable when no answer can be had now
     * @throws ConsentUnknown when there is no such consent
     */
    List<Hit> test(UUID consent, List<LanguageText> texts, String purpose);

    /** One language version, as one text. */
    record LanguageText(String language, String text) {}
}
