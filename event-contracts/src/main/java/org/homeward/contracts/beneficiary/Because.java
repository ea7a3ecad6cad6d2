package org.homeward.contracts.beneficiary;

/** Reasons that events of people share. */
final class Because {

    static final String BENEFICIARY =
            "Random, printed on no paper and no case number; it does not tell when the person came. It"
                    + " joins the ordinary facts of one person over topics, which is its purpose; no story"
                    + " and no protected matter ever carries it.";
    static final String ORGANISATION =
            "Partners work openly in their districts. It parts the people of a district by who serves"
                    + " them, which leaves groups, not persons; small cells are suppressed before publishing.";
    static final String DISTRICT =
            "The coarsest place that planning can use: tens of thousands of people. Village and address"
                    + " stay out. With sex and age band a cell can be small: suppressed before publishing.";
    static final String SEX =
            "Reports need it. OTHER can be one person in a district: the topic is not public, nothing"
                    + " joins it to a name, and cells under 11 are suppressed before publishing.";
    static final String AGE_BAND =
            "Four wide bands instead of a birth date or year, so that in a district hundreds share one;"
                    + " the band of one day is kept, so that birthdays cannot be read from later changes.";

    static final String ASSESSMENT =
            "Random, of one interview. Neither what was asked or answered nor what it came to is told: a"
                    + " score would tell how badly somebody lives.";

    static final String PLACE =
            "Random, of one person's place in one selection. It tells no rank: who is next on a waiting"
                    + " list would be known to be worse off than the next.";
    static final String ROUND =
            "Random, of a selection. That one was held for a programme is public; its list of people is"
                    + " given to nobody.";
    static final String PROGRAMME =
            "An ordinary programme with many people in it. There is no selection for a programme of"
                    + " protection or health: the code would tell what a person went through.";
    static final String HOUSEHOLD =
            "Random, the household's own. It joins the random ids of beneficiaries who live together, so"
                    + " that nobody decides on the help of their own family; it tells no relation, no size,"
                    + " no place, and nobody who is no beneficiary.";

    private Because() {}
}
