package org.homeward.contracts;

/**
 * The trade of a business, coarse enough that many share it. Each stands for a division of ISIC
 * Rev. 4, the one that most businesses of that sector belong to.
 */
public enum Sector {
    CLOTHING("14"),
    FOOD("10"),
    ACCOMMODATION("55"),
    REPAIR("95"),
    AGRICULTURE("01"),
    TRADE("47"),
    CONSTRUCTION("41"),
    SERVICES("96");

    private final String division;

    Sector(String division) {
        this.division = division;
    }

    /** The division of ISIC Rev. 4, two digits. */
    public String division() {
        return division;
    }
}
