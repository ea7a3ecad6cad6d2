package org.homeward.kit.access;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.audit.AuditLog;
import org.homeward.kit.audit.Signing;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.Unavailable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Who saw whose data, when and why. It is on a majority's disk before {@link #record} returns, so
 * call it before the first byte of the answer; when it can't be written there is no answer.
 */
public final class AccessLog {

    /** Collection; index on records and time, newest first. */
    public static final String COLLECTION = "access";

    private final MongoTemplate template;
    private final Signing signing;
    private final Clock clock;
    private final Alarms alarms;

    AccessLog(MongoTemplate template, Signing signing, Clock clock, Alarms alarms) {
        this.template = template;
        this.signing = signing;
        this.clock = clock;
        this.alarms = alarms;
    }

    /** Makes collection and index. */
    void prepare() {
        template.getDb()
                .getCollection(COLLECTION)
                .createIndex(
                        Indexes.compoundIndex(
                                Indexes.ascending("records"), Indexes.descending("at", "_id")));
    }

    /**
     * One entry for one answer, however many records are in it.
     *
     * @param ids of the records shown; with none there is nothing to record
     * @throws Unavailable when it could not be written: then nothing may be shown
     */
    public void record(Actor actor, String purpose, String recordType, Collection<UUID> ids) {
        record(actor, purpose, recordType, ids, new Document());
    }

    public void record(Actor actor, Purpose purpose, String recordType, Collection<UUID> ids) {
        record(actor, purpose.code(), recordType, ids);
    }

    /**
     * One entry for one search of an auditor.
     *
     * @param sought what was searched for, see {@link AuditLog#SOUGHT}; may be empty
     * @throws Unavailable when it could not be written: then nothing may be shown
     */
    public void record(
            Actor actor,
            Purpose purpose,
            String recordType,
            Collection<UUID> ids,
            Document sought) {
        record(actor, purpose.code(), recordType, ids, sought);
    }

    private void record(
            Actor actor, String purpose, String recordType, Collection<UUID> ids, Document sought) {
        if (ids.isEmpty()) {
            return;
        }
        var entry =
                new Document("_id", UUID.randomUUID())
                        .append("at", Date.from(clock.instant()))
                        .append("subject", actor.subject())
                        .append("actor", actor.pseudonym())
                        .append("organisation", actor.organisation())
                        .append("roles", actor.roles().stream().sorted().toList())
                        .append("purpose", purpose)
                        .append("type", recordType)
                        .append("records", List.copyOf(ids));
        if (!sought.isEmpty()) {
            entry.append(AuditLog.SOUGHT, sought);
        }
        signing.sign(AuditLog.ACCESS, entry);
        try {
            entries().insertOne(entry);
        } catch (MongoException failure) {
            alarms.raise("access-log", "A read could not be recorded and was refused", failure);
            throw new Unavailable("The read can't be recorded at the moment: try again.", 2);
        }
    }

    private MongoCollection<Document> entries() {
        return template.getDb()
                .getCollection(COLLECTION)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }
}
