package org.homeward.contracts.consent;

/** What a person agrees to; each purpose is asked for, given and withdrawn by itself. */
public enum ConsentPurpose {
    CASE_MANAGEMENT,
    SHARING_WITH_PARTNER,
    SHARING_WITH_DONOR,
    STORY_PUBLICATION,
    PHOTOGRAPH,
    CONTACT_BY_SMS,
    CONTACT_BY_EMAIL,
    CONTACT_BY_PHONE,
    RESEARCH;

    /**
     * Whether consents of this purpose are for one story. Their events name no person: the story
     * holds the consent's random id, and only beneficiary-service knows whose it is.
     */
    public boolean isForOneStory() {
        return this == STORY_PUBLICATION || this == PHOTOGRAPH;
    }
}
