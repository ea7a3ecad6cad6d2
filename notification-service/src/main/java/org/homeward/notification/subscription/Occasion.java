package org.homeward.notification.subscription;

import java.util.Set;

/** What one can be told about, and which roles may ask for it (need to know). */
@SuppressWarnings("ImmutableEnumChecker") // the sets are of Set.of
public enum Occasion {
    APPLICATION_SUBMITTED(
            Set.of("programme-manager", "committee-member"),
            Set.of(),
            Set.of("programme", "application")),
    APPLICATION_REJECTED(
            Set.of("grant-officer"), Set.of("case-worker"), Set.of("programme", "application")),
    GRANT_APPROVED(
            Set.of("grant-officer", "finance-officer", "monitoring-officer"),
            Set.of("case-worker"),
            Set.of("programme", "grant")),
    STORY_SUBMITTED(Set.of("protection-officer", "communications-lead"), Set.of(), Set.of("story")),
    STORY_APPROVED(Set.of("story-editor", "communications-lead"), Set.of(), Set.of("story")),
    STORY_PUBLISHED(
            Set.of("story-editor", "communications-lead", "programme-manager"),
            Set.of(),
            Set.of("story")),
    STORY_RETRACTED(Set.of("story-editor", "communications-lead"), Set.of(), Set.of("story")),
    GLASS_BROKEN(Set.of("protection-officer"), Set.of(), Set.of("opening"));

    private final Set<String> anywhere;
    private final Set<String> ownOrganisation;
    private final Set<String> facts;

    /**
     * @param anywhere roles that hear of it whatever the organisation
     * @param ownOrganisation roles that hear of it for their own organisation only
     * @param facts what a message to staff can tell
     */
    Occasion(Set<String> anywhere, Set<String> ownOrganisation, Set<String> facts) {
        this.anywhere = anywhere;
        this.ownOrganisation = ownOrganisation;
        this.facts = facts;
    }

    public boolean isFor(Set<String> roles) {
        return isAnywhereFor(roles) || roles.stream().anyMatch(ownOrganisation::contains);
    }

    /** Whether one of the roles hears of it in all organisations; another role adds nothing. */
    public boolean isAnywhereFor(Set<String> roles) {
        return roles.stream().anyMatch(anywhere::contains);
    }

    Set<String> anywhere() {
        return anywhere;
    }

    Set<String> ownOrganisation() {
        return ownOrganisation;
    }

    /** Whether it must be heard of at once, also by who wants one mail a day. */
    public boolean isUrgent() {
        return this == GLASS_BROKEN;
    }

    /** Names of placeholders. */
    public Set<String> facts() {
        return facts;
    }
}
