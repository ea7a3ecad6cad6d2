package org.homeward.story.reading;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.audit.Reading;
import org.homeward.kit.audit.Trail;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.story.consent.Consents;

/**
 * Each reading of a story's words, each look at its pictures and at how its consents stand, while
 * it names hers: when, by which roles of which organisation, for what purpose. Which of the staff
 * it was is not told: that is for an auditor to follow. Who reads the public page is not known.
 */
@UseCase("Tell a person who read what was written of her for stories")
class TellWhoRead {

    private final Consents consents;
    private final Trail trail;
    private final AccessLog accessLog;

    TellWhoRead(Consents consents, Trail trail, AccessLog accessLog) {
        this.consents = consents;
        this.trail = trail;
        this.accessLog = accessLog;
    }

    /**
     * That it was asked is recorded, and told when it is asked again; of who was erased as well.
     *
     * @param consent that was asked of her for a story or a picture
     * @throws NotFound when nothing was ever written for it
     */
    Page<Reading> tell(UUID consent, Actor officer, PageRequest page, Purpose purpose) {
        if (!consents.isWrittenFor(consent)) {
            throw new NotFound();
        }
        var readings = trail.readings(consent, page);
        accessLog.record(officer, purpose, "readings", List.of(consent));
        return readings;
    }
}
