package org.homeward.story.site;

import java.time.LocalDate;

/**
 * The end of a call for entries.
 *
 * @param day the last one on which entries are taken
 * @param date the same in words
 * @param over whether it has passed
 */
record Closing(LocalDate day, String date, boolean over) {}
