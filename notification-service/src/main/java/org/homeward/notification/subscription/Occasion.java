package org.homeward.notification.subscription;

import java.util.Set;

/** What one can be told about, and which roles may ask for it (need to know). */
public enum Occasion {
    APPLICATION_SUBMITTED(Set.of("programme-manager", "committee-member")),
    APPLICATION_REJECTED(Set.of("grant-officer", "case-worker")),
    GRANT_APPROVED(Set.of("grant-officer", "case-worker", "finance-officer", "monitoring-officer")),
    STORY_SUBMITTED(Set.of("protection-officer", "communications-lead")),
    STORY_APPROVED(Set.of("story-editor", "communications-lead")),
    STORY_PUBLISHED(Set.of("story-editor", "communications-lead", "programme-manager")),
    STORY_RETRACTED(Set.of("story-editor", "communications-lead"));

    private final Set<String> roles;

    Occasion(Set<String> roles) {
        this.roles = roles;
    }

    public boolean isFor(Set<String> someones) {
        return someones.stream().anyMatch(roles::contains);
    }
}
