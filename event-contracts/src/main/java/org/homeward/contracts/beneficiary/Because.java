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

    static final String HOUSEHOLD =
            "Random, the household's own. It joins the random ids of beneficiaries who live together, so"
                    + " that nobody decides on the help of their own family; it tells no relation, no size,"
                    + " no place, and nobody who is no beneficiary.";

    private Because() {}
}
