package org.homeward.contracts.beneficiary;

/** What a programme brings people together for. */
public enum ActivityKind {
    TRAINING,
    MOTIVATIONAL_MEETING,
    PSYCHO_SOCIAL_GROUP,
    LEGAL_DAY,
    BORDER_COMMUNITY_EVENT,
    STUDY_VISIT
}
