package org.homeward.story.consent;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.homeward.kit.inbox.Freshness;
import org.homeward.kit.time.ProgrammeClock;
import org.springframework.stereotype.Component;

/**
 * Says whether texts may be shown at this moment. It fails closed: what can't be known for certain
 * is not shown, and it is found out anew at every reading.
 */
@Component
public class ConsentGuard {

    private static final String TOPIC = "homeward.consent.v1";
    private static final String CONSENT = "consent";

    private final Consents consents;
    private final Freshness freshness;
    private final ProgrammeClock clock;

    ConsentGuard(Consents consents, Freshness freshness, ProgrammeClock clock) {
        this.consents = consents;
        this.freshness = freshness;
        this.clock = clock;
    }

    /** Whether what is known of these consents is what has become of them until now. */
    public boolean isCurrent(Collection<UUID> ids) {
        return current(ids).containsAll(ids);
    }

    /** Those of these of which it is. */
    public Set<UUID> current(Collection<UUID> ids) {
        return freshness.current(TOPIC, CONSENT, ids);
    }

    /** Judges texts that rest on these consents. */
    public Judgement judge(Collection<UUID> ids) {
        var current = current(ids);
        // read after it was asked whether it is current: so it is at least as new as that answer
        return new Judgement(current, consents.known(ids), clock.today());
    }
}
