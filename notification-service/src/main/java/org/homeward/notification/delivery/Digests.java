package org.homeward.notification.delivery;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.notification.delivery.Message.Digest;
import org.homeward.notification.delivery.Message.Notice;
import org.homeward.notification.delivery.Message.Recipient;
import org.homeward.notification.subscription.Occasion;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.stereotype.Component;

/**
 * Gathers what is told once a day. A day ends at 7:00 by the programme's clock; what comes when its
 * mail is closed already, or full, is for the next.
 *
 * <p>Each notice is one small row, and the mail is made of the rows when its day has ended: a mail
 * that grew with each event would be written anew, whole and with an entry, for each of them. Who
 * closes a day can't see a row that is being written meanwhile, so days are found by their rows: it
 * is found after that, and is for the next day.
 */
@Component
class Digests {

    static final String COLLECTION = "notices";
    static final String SUBSCRIPTION = "subscription";
    static final String CLOSES = "closes";
    static final LocalTime CLOSING = LocalTime.of(7, 0);

    private static final String HAPPENED = "happened";

    private final ProgrammeClock clock;
    private final MessageIds ids;

    Digests(ProgrammeClock clock, MessageIds ids, MongoTemplate template) {
        this.clock = clock;
        this.ids = ids;
        template.getDb()
                .getCollection(COLLECTION)
                .createIndex(
                        Indexes.ascending(CLOSES, SUBSCRIPTION, HAPPENED, "_id"),
                        new IndexOptions().name("days"));
    }

    /** Of the same event there is one, however often it comes. */
    void gather(Recipient.Staff to, Notice notice, Instant happened, Change change) {
        var row =
                new Document(SUBSCRIPTION, to.subscription())
                        .append(CLOSES, Date.from(closing(dayOf(clock.instant()))))
                        .append(HAPPENED, Date.from(happened))
                        .append("event", notice.event())
                        .append("about", notice.about())
                        .append("occasion", notice.occasion().name())
                        .append("facts", new Document(notice.facts()))
                        .append("beneficiary", notice.beneficiary());
        change.companion(
                COLLECTION,
                new UpdateOneModel<>(
                        new Document("_id", ids.of(notice.event(), to.subscription())),
                        new Document("$setOnInsert", row),
                        new UpdateOptions().upsert(true)));
    }

    /** The id of the mail of a day. */
    UUID idOf(Day day) {
        return ids.of(new UUID(0, dateOf(day).toEpochDay()), day.to().subscription());
    }

    /** The first that came in a day, as many as a mail may tell; they are rows no more. */
    List<Notice> take(Day day, Change change) {
        var query = new BasicQuery(rowsOf(day));
        query.with(Sort.by(HAPPENED, "_id")).limit(Digest.MOST);
        var rows = change.mongo().find(query, Row.class, COLLECTION);
        if (!rows.isEmpty()) {
            var taken = rows.stream().map(Row::id).toList();
            change.companion(
                    COLLECTION,
                    new DeleteManyModel<>(new Document("_id", new Document("$in", taken))));
        }
        return rows.stream().map(row -> row.notice(day.to())).toList();
    }

    /** What is left of a day is for the next. */
    void putOff(Day day, Change change) {
        var next = Date.from(closing(dateOf(day).plusDays(1)));
        change.companion(
                COLLECTION,
                new UpdateManyModel<>(
                        rowsOf(day), new Document("$set", new Document(CLOSES, next))));
    }

    private static Document rowsOf(Day day) {
        return new Document(CLOSES, Date.from(day.closes()))
                .append(SUBSCRIPTION, day.to().subscription());
    }

    private static LocalDate dateOf(Day day) {
        return LocalDate.ofInstant(day.closes(), ProgrammeClock.ZONE);
    }

    /** On which day the mail goes out that tells what comes now. */
    static LocalDate dayOf(Instant now) {
        var here = ZonedDateTime.ofInstant(now, ProgrammeClock.ZONE);
        return here.toLocalTime().isBefore(CLOSING)
                ? here.toLocalDate()
                : here.toLocalDate().plusDays(1);
    }

    static Instant closing(LocalDate day) {
        return ZonedDateTime.of(day, CLOSING, ProgrammeClock.ZONE).toInstant();
    }

    /** Somebody's day, by the time when it ends. */
    record Day(Recipient.Staff to, Instant closes) {}

    /** A notice until its day has ended. */
    record Row(
            UUID id,
            UUID event,
            String about,
            Occasion occasion,
            Map<String, String> facts,
            @Nullable UUID beneficiary) {

        Notice notice(Recipient.Staff to) {
            return new Notice(event, about, occasion, to, facts, beneficiary, true);
        }
    }
}
