package org.homeward.kit.journal;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.KeyReused;

/** What was asked and answered: a command that comes again is given the answer of the first. */
final class Requests {

    /** How long a repetition is recognised; published in the API description. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    private final MongoCollection<Document> journal;
    private final SecretKeySpec key;

    Requests(MongoCollection<Document> journal, byte[] key) {
        this.journal = journal;
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * Sees what is on a majority, and at least what the session has read: who was refused because
     * another run had just won finds that run's answer.
     *
     * @throws KeyReused when the key came with another body before
     */
    Optional<Receipt> answered(ClientSession session, Call call) {
        var entry =
                journal.find(session, eq(JournalFormat.REQUEST_ID, id(call)))
                        .projection(Projections.include(JournalFormat.REQUEST))
                        .first();
        if (entry == null) {
            return Optional.empty();
        }
        var request = entry.get(JournalFormat.REQUEST, Document.class);
        if (!call.fingerprint().equals(request.getString("print"))) {
            throw new KeyReused();
        }
        var answer = request.get("answer", Document.class);
        return Optional.of(
                new Receipt(
                        answer.getInteger("status"),
                        answer.getString("location"),
                        answer.get("id", UUID.class),
                        answer.getLong("version"),
                        answer.getLong("sequence")));
    }

    Document of(Call call, Receipt answer, Instant now) {
        return new Document("id", id(call))
                .append("print", call.fingerprint())
                .append(
                        "answer",
                        new Document("status", answer.status())
                                .append("location", answer.location())
                                .append("id", answer.id())
                                .append("version", answer.version())
                                .append("sequence", answer.sequence()))
                .append("until", Date.from(now.plus(REMEMBERED)));
    }

    /** Unsets what is older than promised; the index on the id leads to it. */
    long forget(Instant now) {
        return journal.updateMany(
                        Filters.and(
                                exists(JournalFormat.REQUEST_ID),
                                lt("request.until", Date.from(now))),
                        Updates.unset(JournalFormat.REQUEST))
                .getModifiedCount();
    }

    private Binary id(Call call) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (var part :
                    new String[] {
                        call.actor().issuer(),
                        call.actor().subject(),
                        call.method(),
                        call.path(),
                        call.key()
                    }) {
                byte[] bytes = Entry.utf8(part);
                mac.update(Entry.utf8(bytes.length + ":"));
                mac.update(bytes);
            }
            return new Binary(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no HMAC-SHA256 on this machine", impossible);
        }
    }
}
