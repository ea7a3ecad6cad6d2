package org.homeward.contracts.grant;

/** Reasons that several events of money share. */
final class Because {

    static final String FUND =
            "Random, of a fund; what a fund is and who pays into it is published by the programme.";
    static final String APPLICATION =
            "Random; joins the steps of one application, which name nobody. Papers carry the case"
                    + " number, never this.";
    static final String BENEFICIARY =
            "Random, printed on no paper. It joins an application to the coarse facts of its applicant,"
                    + " for reports by sex, age and district; no story carries it, so it leads to no face.";
    static final String PROGRAMME =
            "An ordinary programme with many people in it. There is no fund for a programme of"
                    + " protection or health: the code would tell what a person went through.";
    static final String DISTRICT =
            "Where the applicant lived when the application was written: tens of thousands of people, no"
                    + " village. With the sector a cell can be one person: the topic is not public, cells"
                    + " under 11 are suppressed.";
    static final String SECTOR =
            "One of eight sectors instead of the business plan. A rare trade in a small district can be"
                    + " one person, hence whole sectors, and suppression of cells under 11 before publishing.";

    static final String GRANT =
            "Random; joins the steps of one grant. No story carries it, so it leads to no face.";
    static final String VISIT =
            "Which of the four visits that every grant has: a word of the programme's plan, no day.";
    static final String JOBS =
            "How many, and of whom nothing but this; a large number can pick one business, of a random"
                    + " id. Small cells are suppressed before publishing, as all of this topic.";

    private Because() {}
}
