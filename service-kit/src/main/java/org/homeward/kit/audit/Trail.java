package org.homeward.kit.audit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.InvalidCursor;
import org.homeward.kit.web.InvalidParameter;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Search over what was done and who saw whom, newest first. People are ids, staff are pseudonyms:
 * nobody's name is in it, and no value of what was changed or seen. Who searches for others records
 * that, for it is not done here.
 */
public final class Trail {

    /** Days of a search over all records. */
    static final int LONGEST = 92;

    private final MongoDatabase database;
    private final Cursors cursors;

    Trail(MongoDatabase database, Cursors cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    /** Makes the index that a search by time goes along. */
    void prepare() {
        for (AuditLog log : AuditLog.ALL) {
            entries(log)
                    .createIndex(
                            Indexes.descending(log.time(), "_id"),
                            new IndexOptions().name("newest"));
        }
    }

    /**
     * What is looked for; what is null is not asked.
     *
     * @param record the aggregate that was changed, or a record that was seen
     * @param actor pseudonym of who did it, see {@link org.homeward.kit.security.Actor#pseudonym}
     * @param kind of the aggregate, or of the records
     * @param from first day, in Dushanbe
     * @param to last day
     */
    public record Sought(
            @Nullable UUID record,
            @Nullable UUID actor,
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        /**
         * @throws InvalidParameter when the period ends before it begins, or when no record is
         *     named and the period is open or longer than {@value Trail#LONGEST} days
         */
        public Sought {
            if (from != null && to != null && to.isBefore(from)) {
                throw new InvalidParameter("to", "must not be before from");
            }
            if (record == null
                    && (from == null
                            || to == null
                            || ChronoUnit.DAYS.between(from, to) >= LONGEST)) {
                throw new InvalidParameter(
                        "from",
                        "name a record, or a period by from and to of at most "
                                + LONGEST
                                + " days");
            }
        }

        /** As the access log keeps it; of the kind nothing, for it is whatever was typed. */
        Document besideTheRecord() {
            var sought = new Document();
            if (actor != null) {
                sought.append("actor", actor);
            }
            if (from != null) {
                sought.append("from", from.toString());
            }
            if (to != null) {
                sought.append("to", to.toString());
            }
            return sought;
        }

        /** All about one record. */
        public static Sought about(UUID record) {
            return new Sought(record, null, null, null, null);
        }
    }

    /**
     * The place of an entry among the seals, as a verification names it.
     *
     * @param batch from 1
     * @param position in the batch, from 0
     */
    public record SealPlace(long batch, int position) {}

    /**
     * A change of an aggregate.
     *
     * @param version that it made
     * @param actor pseudonym of who did it; null for the service's own work
     * @param organisation of who did it; null for the service's own work, and where it is withheld
     * @param action the command as called, or the name of the service's own work
     * @param command shared by all changes of one command
     * @param fields that changed, never their values
     * @param seal null until it is sealed
     */
    public record ChangeEntry(
            UUID aggregate,
            long version,
            String kind,
            Instant at,
            @Nullable UUID actor,
            @Nullable String organisation,
            String action,
            UUID command,
            List<String> fields,
            @Nullable SealPlace seal) {

        private static ChangeEntry of(Document entry) {
            var id = entry.get("_id", Document.class);
            var fact = entry.get("fact", Document.class);
            return new ChangeEntry(
                    id.get("a", UUID.class),
                    id.getLong("v"),
                    fact.getString("type"),
                    fact.getDate("at").toInstant(),
                    fact.get("actor", UUID.class),
                    fact.getString("organisation"),
                    fact.getString("action"),
                    fact.get("command", UUID.class),
                    fact.getList("fields", String.class),
                    place(entry));
        }

        ChangeEntry withoutOrganisation() {
            return new ChangeEntry(
                    aggregate, version, kind, at, actor, null, action, command, fields, seal);
        }
    }

    /**
     * Somebody saw records.
     *
     * @param id of the entry
     * @param actor pseudonym of who saw them
     * @param organisation of who saw them
     * @param kind of the records
     * @param records that were shown
     * @param sought what an auditor searched for beside records; null where it was none
     * @param seal null until it is sealed
     */
    public record ReadEntry(
            UUID id,
            Instant at,
            UUID actor,
            String organisation,
            List<String> roles,
            String purpose,
            String kind,
            List<UUID> records,
            @Nullable SoughtEntry sought,
            @Nullable SealPlace seal) {

        private static ReadEntry of(Document entry) {
            return new ReadEntry(
                    entry.get("_id", UUID.class),
                    entry.getDate("at").toInstant(),
                    entry.get("actor", UUID.class),
                    entry.getString("organisation"),
                    entry.getList("roles", String.class),
                    entry.getString("purpose"),
                    entry.getString("type"),
                    entry.getList("records", UUID.class),
                    SoughtEntry.of(entry.get(AuditLog.SOUGHT, Document.class)),
                    place(entry));
        }
    }

    /**
     * Whom, and in which period, an auditor searched for.
     *
     * @param actor pseudonym
     * @param from first day, in Dushanbe
     * @param to last day
     */
    public record SoughtEntry(
            @Nullable UUID actor, @Nullable LocalDate from, @Nullable LocalDate to) {

        private static @Nullable SoughtEntry of(@Nullable Document sought) {
            return sought == null
                    ? null
                    : new SoughtEntry(
                            sought.get("actor", UUID.class),
                            day(sought.getString("from")),
                            day(sought.getString("to")));
        }

        private static @Nullable LocalDate day(@Nullable String written) {
            return written == null ? null : LocalDate.parse(written);
        }
    }

    private static @Nullable SealPlace place(Document entry) {
        return entry.get(AuditLog.SEAL) instanceof Document place
                ? new SealPlace(place.getLong("n"), place.getInteger("i"))
                : null;
    }

    /** What was done. */
    public Page<ChangeEntry> changes(Sought sought, PageRequest page) {
        var asked = asked(AuditLog.JOURNAL, "fact.", sought);
        UUID aggregate = sought.record();
        if (aggregate != null) {
            asked.add(Filters.gt("_id", change(aggregate, 0)));
            asked.add(Filters.lte("_id", change(aggregate, Long.MAX_VALUE)));
        }
        // an aggregate has few entries, side by side by their id: they are sorted when they are
        // found
        var along = aggregate == null ? null : Indexes.ascending("_id");
        return page(AuditLog.JOURNAL, sought, asked, along, page).map(ChangeEntry::of);
    }

    /** Who saw one record, as its person is told. */
    public Page<Reading> readings(UUID record, PageRequest page) {
        return reads(Sought.about(record), page).map(Reading::of);
    }

    /** Who saw what. */
    public Page<ReadEntry> reads(Sought sought, PageRequest page) {
        var asked = asked(AuditLog.ACCESS, "", sought);
        if (sought.record() != null) {
            asked.add(Filters.eq("records", sought.record()));
        }
        return page(AuditLog.ACCESS, sought, asked, null, page).map(ReadEntry::of);
    }

    private static List<Bson> asked(AuditLog log, String within, Sought sought) {
        var asked = new ArrayList<Bson>();
        if (sought.actor() != null) {
            asked.add(Filters.eq(within + "actor", sought.actor()));
        }
        if (sought.kind() != null) {
            asked.add(Filters.eq(within + "type", sought.kind()));
        }
        if (sought.from() != null) {
            asked.add(Filters.gte(log.time(), beginning(sought.from())));
        }
        if (sought.to() != null) {
            asked.add(Filters.lt(log.time(), beginning(sought.to().plusDays(1))));
        }
        return asked;
    }

    private static Date beginning(LocalDate day) {
        return Date.from(day.atStartOfDay(ProgrammeClock.ZONE).toInstant());
    }

    /**
     * @param along the index to find them by; null for whichever fits
     */
    private Page<Document> page(
            AuditLog log, Sought sought, List<Bson> asked, @Nullable Bson along, PageRequest page) {
        String bound = log.collection() + " " + sought;
        if (page.cursor() != null) {
            asked.add(after(log, cursors.decode(page.cursor(), bound)));
        }
        var found =
                entries(log)
                        .find(Filters.and(asked))
                        .sort(Sorts.descending(log.time(), "_id"))
                        .hint(along)
                        .limit(page.limit() + 1)
                        .into(new ArrayList<>());
        boolean more = found.size() > page.limit();
        var shown = more ? found.subList(0, page.limit()) : found;
        return new Page<>(shown, more ? cursor(shown.getLast(), bound) : null);
    }

    /** A cursor names the last entry that was shown; when it was written stands there. */
    private Bson after(AuditLog log, Cursors.Position shown) {
        Object id = log.equals(AuditLog.JOURNAL) ? change(shown.id(), shown.created()) : shown.id();
        Document last =
                entries(log)
                        .find(Filters.eq("_id", id))
                        .projection(Projections.include(log.time()))
                        .first();
        if (last == null) {
            throw new InvalidCursor();
        }
        Date at = last.getEmbedded(List.of(log.time().split("\\.", -1)), Date.class);
        return Filters.or(
                Filters.lt(log.time(), at),
                Filters.and(Filters.eq(log.time(), at), Filters.lt("_id", id)));
    }

    private String cursor(Document last, String bound) {
        return last.get("_id") instanceof Document change
                ? cursors.encode(change.getLong("v"), change.get("a", UUID.class), bound)
                : cursors.encode(0, last.get("_id", UUID.class), bound);
    }

    private static Document change(UUID aggregate, long version) {
        return new Document("a", aggregate).append("v", version);
    }

    private MongoCollection<Document> entries(AuditLog log) {
        return database.getCollection(log.collection());
    }
}
