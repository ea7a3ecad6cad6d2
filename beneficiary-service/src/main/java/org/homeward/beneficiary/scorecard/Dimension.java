package org.homeward.beneficiary.scorecard;

/** The sides of a life that need is looked for in. */
public enum Dimension {
    ECONOMIC,
    SOCIAL,
    PSYCHOSOCIAL
}
