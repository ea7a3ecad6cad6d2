package org.homeward.contracts.story;

/** Reasons that several events of stories share. */
final class Because {

    static final String STORY =
            "Random, of a page and not of a person; story-service alone knows which consents, and so"
                    + " which people, stand behind it.";
    static final String KIND =
            "One of four kinds; the page shows its kind once it is public, and before that the kind"
                    + " alone says nothing of whom it is about.";
    static final String LANGUAGES =
            "The public page shows in which languages it can be read, to everybody.";
    static final String REGION =
            "One of five regions, if the public page tells it at all. The district, which an approved"
                    + " grant tells, is left out here: with it a rare trade would join a face to a grant."
                    + " Of people it is told only where at least 11 grants fit it, alone and with the"
                    + " sector.";
    static final String SECTOR =
            "The public page tells the trade anyway. Of people it is told only where at least 11 grants"
                    + " fit it, alone and with the region: else the story is not handed in for review.";
    static final String PATH =
            "The public address of the page: a random id, no title and no name in it. After a"
                    + " retraction it leads to nothing.";

    private Because() {}
}
