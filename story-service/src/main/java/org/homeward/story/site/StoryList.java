package org.homeward.story.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.story.StoryKind;
import org.homeward.story.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of stories.
 *
 * @param kind the only one that is listed; null for all
 * @param first whether it is the newest part
 * @param older path of the part after it; null on the last
 * @param incomplete whether something can't be shown at this moment
 */
record StoryList(
        Language language,
        @Nullable StoryKind kind,
        List<Card> cards,
        boolean first,
        @Nullable String older,
        boolean incomplete) {

    /** Path of the newest part. */
    public String newest() {
        return path(kind);
    }

    /** What readers may choose between, this list included. */
    public List<Filter> filters() {
        var filters = new ArrayList<Filter>();
        filters.add(new Filter("ALL", path(null), kind == null));
        for (StoryKind one : Kinds.LISTED) {
            filters.add(new Filter(one.name(), path(one), kind == one));
        }
        return filters;
    }

    private String path(@Nullable StoryKind of) {
        return Frames.in(language, Kinds.query(of));
    }

    /** One way to narrow the list. */
    record Filter(String name, String path, boolean current) {}

    /**
     * One story in the list.
     *
     * @param page id of its public page
     * @param published the moment of it, of which the list shows the day
     * @param closing of a call for entries; null for everything else
     * @param image the first of its pictures; null where it has none
     */
    record Card(
            UUID page,
            StoryKind kind,
            String path,
            String title,
            String teaser,
            Instant published,
            LocalDate day,
            String date,
            @Nullable String region,
            @Nullable Closing closing,
            @Nullable Image image) {}
}
