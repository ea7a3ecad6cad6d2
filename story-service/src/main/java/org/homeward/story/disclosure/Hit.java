package org.homeward.story.disclosure;

import java.util.UUID;

/**
 * A place in a text that gives a person away; never what it gives away.
 *
 * @param consent stands for the person
 * @param language of the version, by its BCP 47 tag
 * @param kind what was found there, for example a name or a telephone number
 * @param start of the place in the text that was sent, counted in UTF-16 units
 * @param end behind its last character
 */
record Hit(UUID consent, String language, String kind, int start, int end) {}
