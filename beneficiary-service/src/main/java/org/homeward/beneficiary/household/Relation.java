package org.homeward.beneficiary.household;

/** What somebody is to the head of the household. */
public enum Relation {
    HEAD,
    SPOUSE,
    CHILD,
    PARENT,
    SIBLING,
    GRANDCHILD,
    OTHER_RELATIVE,
    NOT_RELATED
}
