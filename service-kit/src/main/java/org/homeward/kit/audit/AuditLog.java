package org.homeward.kit.audit;

import java.util.List;
import java.util.Set;

/**
 * A collection of entries that are never changed in some of their fields.
 *
 * @param collection where they are; their seals are in {@link #seals()}
 * @param time the field that says when an entry was written
 * @param fields those that never change: what is signed and sealed
 */
public record AuditLog(String collection, String time, Set<String> fields) {

    /** What an auditor searched for, beside the records: {@code {actor, from, to}}. */
    public static final String SOUGHT = "sought";

    /** What was done. */
    public static final AuditLog JOURNAL =
            new AuditLog("journal", "fact.at", Set.of("_id", "fact", "events"));

    /** Who saw whose data. */
    public static final AuditLog ACCESS =
            new AuditLog(
                    "access",
                    "at",
                    Set.of(
                            "_id",
                            "at",
                            "subject",
                            "actor",
                            "organisation",
                            "roles",
                            "purpose",
                            "type",
                            "records",
                            SOUGHT));

    static final List<AuditLog> ALL = List.of(JOURNAL, ACCESS);

    /** Signature of an entry, 32 bytes. */
    public static final String MAC = "mac";

    /** 0 until the entry is sealed, then {@code {n: batch, i: position}}; -1 where it is forged. */
    static final String SEAL = "seal";

    String seals() {
        return collection + "_seals";
    }
}
