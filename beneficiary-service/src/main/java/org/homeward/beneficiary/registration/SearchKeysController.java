package org.homeward.beneficiary.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.InvalidParameter;
import org.homeward.kit.web.Refuses;
import org.homeward.kit.web.StateConflict;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The key of the search for operators. Who replaced it stands in the access log. */
@RestController
@RequestMapping("/ops/v1/search-keys")
class SearchKeysController {

    /** In the place of an id: the key concerns everybody. */
    private static final UUID EVERYTHING = new UUID(0, 0);

    private static final int LAST = 9_999;

    private final LookUp lookUp;
    private final AccessLog log;
    private final Clock clock;

    SearchKeysController(LookUp lookUp, AccessLog log, Clock clock) {
        this.lookUp = lookUp;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A version that searches ask for.
     *
     * @param rows written by it, counted to {@value LookUp#COUNTED}; those of all but the newest
     *     fall to 0, and an hour after the newest came the version falls away
     */
    record SearchKeyVersion(int version, Instant since, long rows) {}

    /**
     * @param newest by which rows are written
     */
    record SearchKeys(int newest, List<SearchKeyVersion> versions) {}

    @GetMapping
    SearchKeys standing() {
        var versions = lookUp.versions();
        return new SearchKeys(
                versions.lastKey(),
                versions.entrySet().stream()
                        .map(
                                one ->
                                        new SearchKeyVersion(
                                                one.getKey(),
                                                one.getValue(),
                                                lookUp.count(one.getKey())))
                        .toList());
    }

    /**
     * Replaces the key by its next version, and people's rows behind the caller's back. To ask for
     * the newest again changes nothing.
     *
     * @throws StateConflict while the last replacement is under way
     */
    @PutMapping("/{version}")
    @Refuses("409")
    SearchKeys replace(@PathVariable int version, Actor actor) {
        var versions = lookUp.versions();
        int newest = versions.lastKey();
        if (version != newest) {
            if (version != newest + 1 || version > LAST) {
                throw new InvalidParameter("version", "must be the newest, or the one after it");
            }
            if (versions.size() > 1) {
                throw new StateConflict("BEING_REPLACED");
            }
            log.record(actor, "operations", "search-key", List.of(EVERYTHING));
            lookUp.add(version, clock.instant());
        }
        return standing();
    }
}
