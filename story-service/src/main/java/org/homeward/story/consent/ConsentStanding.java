package org.homeward.story.consent;

import java.util.UUID;

/** One person's consent and how it stands; says nothing of who the person is. */
public record ConsentStanding(UUID consent, Standing standing) {

    public boolean isInForce() {
        return standing == Standing.IN_FORCE;
    }
}
