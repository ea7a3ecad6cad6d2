package org.homeward.kit.security;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.contracts.access.TokensDenied;
import org.homeward.kit.inbox.Projection;
import org.homeward.kit.journal.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Tokens that open nothing although their signature and times are right: those of a denied account
 * that were issued up to the denial by a clock that may be ahead of one's own by {@link
 * TokenChecks#SKEW}: who signs in anew within that time is refused as well, and tries again. A
 * token that does not say when it was issued counts as one of them.
 *
 * <p>All denials are held in memory and read anew when they are a second old, so that every
 * instance refuses a second after the database knows. While they can't be read no token is
 * accepted.
 */
public final class DeniedTokens {

    /** Projection: one row for each account, by its pseudonym. */
    public static final String COLLECTION = "token_denials";

    private static final String UNTIL = "until";
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final MongoTemplate template;
    private final LongSupplier nanoTime;

    private volatile @Nullable Reading last;

    DeniedTokens(MongoTemplate template, LongSupplier nanoTime) {
        this.template = template;
        this.nanoTime = nanoTime;
    }

    private record Reading(Map<UUID, Instant> until, long at) {}

    /** For the service that decides it, in the change that does. */
    public static void write(TokensDenied denied, Change change) {
        change.companion(
                COLLECTION,
                new UpdateOneModel<>(
                        new Document("_id", denied.account()),
                        reach(denied),
                        new UpdateOptions().upsert(true)));
    }

    /** For the services that hear of it. */
    public static void project(TokensDenied denied, Projection known) {
        known.upsert(denied.account(), reach(denied));
    }

    /** Denials come in any order: the latest counts. */
    private static Bson reach(TokensDenied denied) {
        return Updates.max(UNTIL, Date.from(denied.issuedUntil()));
    }

    /**
     * Of which of these accounts tokens are refused, and until when they were issued, as the
     * database says at this moment.
     *
     * @param accounts their pseudonyms
     */
    public static Map<UUID, Instant> of(Collection<UUID> accounts, MongoOperations mongo) {
        var denied = new HashMap<UUID, Instant>();
        mongo.find(Query.query(Criteria.where("_id").in(accounts)), Document.class, COLLECTION)
                .forEach(row -> add(row, denied));
        return denied;
    }

    private static void add(Document row, Map<UUID, Instant> denied) {
        denied.put(row.get("_id", UUID.class), row.getDate(UNTIL).toInstant());
    }

    /**
     * @throws AuthenticationServiceException when that can't be told now
     */
    boolean include(Jwt token) {
        Map<UUID, Instant> denied = current();
        if (denied.isEmpty()) {
            return false;
        }
        var claims = token.getClaims();
        var until =
                denied.get(
                        Actor.pseudonym(
                                String.valueOf(claims.get("iss")),
                                String.valueOf(claims.get("sub"))));
        var issued = token.getIssuedAt();
        return until != null && (issued == null || covers(until, issued));
    }

    /**
     * Whether a denial covers a token, by a clock of the identity service that may be ahead.
     *
     * @param until what {@link #of} says
     */
    public static boolean covers(Instant until, Instant issued) {
        return !issued.isAfter(until.plus(TokenChecks.SKEW));
    }

    private Map<UUID, Instant> current() {
        Reading known = last;
        if (known != null && nanoTime.getAsLong() - known.at() < FRESH) {
            return known.until();
        }
        try {
            return read();
        } catch (RuntimeException away) {
            throw new AuthenticationServiceException("Denied tokens can't be read", away);
        }
    }

    /** What is read is as old as the moment before it. */
    private Map<UUID, Instant> read() {
        long now = nanoTime.getAsLong();
        var until = new HashMap<UUID, Instant>();
        template.getDb().getCollection(COLLECTION).find().forEach(row -> add(row, until));
        last = new Reading(Map.copyOf(until), now);
        return until;
    }
}
