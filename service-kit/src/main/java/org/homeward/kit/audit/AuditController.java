package org.homeward.kit.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.audit.Trail.ChangeEntry;
import org.homeward.kit.audit.Trail.ReadEntry;
import org.homeward.kit.audit.Trail.SealPlace;
import org.homeward.kit.audit.Trail.Sought;
import org.homeward.kit.audit.Trail.SoughtEntry;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.Table;
import org.homeward.kit.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The audit trail for auditors: to search, and to compare with its seals. That somebody searched or
 * compared, and for whom, stands in the access log, whatever was found. Of what a partner has part
 * in the organisation is withheld, of changes and reads alike: beside the id of a person it would
 * tell where she was sent.
 */
@RestController
@RequestMapping("/ops/v1/audit")
class AuditController {

    private static final String AUDIT = "audit";

    /** In the place of an id, where none was named or found. */
    private static final UUID NONE = new UUID(0, 0);

    private final Verification verification;
    private final Trail trail;
    private final AccessLog accesses;
    private final Set<String> withPartner;

    /**
     * @param withPartner kinds of records that a partner has part in
     */
    AuditController(
            Verification verification, Trail trail, AccessLog accesses, Set<String> withPartner) {
        this.verification = verification;
        this.trail = trail;
        this.accesses = accesses;
        this.withPartner = withPartner;
    }

    /** What was done: all about one aggregate, or everything in a period. */
    @GetMapping(
            value = "/changes",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Page<ChangeEntry> changes(
            @RequestParam(required = false) @Nullable UUID aggregate,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            PageRequest page,
            Actor auditor,
            @ForPurpose(AUDIT) Purpose purpose) {
        var sought = new Sought(aggregate, actor, kind, from, to);
        var found = trail.changes(sought, page);
        record(auditor, purpose, sought, found.map(ChangeEntry::aggregate).items());
        return found.map(
                entry -> withPartner.contains(entry.kind()) ? entry.withoutOrganisation() : entry);
    }

    /** Who saw what: all about one record, or everything in a period. */
    @GetMapping(
            value = "/reads",
            produces = {MediaType.APPLICATION_JSON_VALUE, Table.CSV})
    Page<ReadView> reads(
            @RequestParam(required = false) @Nullable UUID record,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            PageRequest page,
            Actor auditor,
            @ForPurpose(AUDIT) Purpose purpose) {
        var sought = new Sought(record, actor, kind, from, to);
        var found = trail.reads(sought, page);
        record(auditor, purpose, sought, found.map(ReadEntry::id).items());
        return found.map(entry -> ReadView.of(entry, withPartner.contains(entry.kind())));
    }

    /**
     * That somebody saw records, as auditors are told of it.
     *
     * @param organisation null where it is withheld
     * @see ReadEntry
     */
    @Schema(name = "ReadEntry")
    record ReadView(
            UUID id,
            Instant at,
            UUID actor,
            @Nullable String organisation,
            List<String> roles,
            String purpose,
            String kind,
            List<UUID> records,
            @Nullable SoughtEntry sought,
            @Nullable SealPlace seal) {

        private static ReadView of(ReadEntry entry, boolean withheld) {
            return new ReadView(
                    entry.id(),
                    entry.at(),
                    entry.actor(),
                    withheld ? null : entry.organisation(),
                    entry.roles(),
                    entry.purpose(),
                    entry.kind(),
                    entry.records(),
                    entry.sought(),
                    entry.seal());
        }
    }

    private void record(Actor auditor, Purpose purpose, Sought sought, Collection<UUID> found) {
        var ids = new LinkedHashSet<>(found);
        if (sought.record() != null) {
            ids.add(sought.record());
        }
        if (ids.isEmpty()) {
            ids.add(NONE);
        }
        accesses.record(auditor, purpose, AUDIT, ids, sought.besideTheRecord());
    }

    /**
     * Compares everything with its seals; it takes minutes for a million entries, and changes
     * nothing. While one is running another is refused.
     */
    @PostMapping("/verification")
    Verification.Report verify(Actor auditor) {
        accesses.record(auditor, AUDIT, "seals", List.of(NONE));
        try {
            return verification.verify();
        } catch (KafkaException away) {
            throw new Unavailable("What was told of the seals can't be read: try again.", 10);
        }
    }
}
