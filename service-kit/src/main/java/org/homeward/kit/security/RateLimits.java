package org.homeward.kit.security;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.RateLimit;
import org.homeward.kit.web.TooManyRequests;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets each subject make the calls that are named by {@code homeward.web.limits} so often and no
 * more, or the answers would list everybody in the files. Counted in the database, so for all
 * instances together. Every call counts, also one that comes again under its key, and one that asks
 * for several counts as so many; one that is refused for the minute does not use up the day. Two
 * minutes that follow each other may be used at once. The minute is that of the instance whose
 * clock is ahead: others count in it until theirs is as late, for the life of a token at most. An
 * instance that is further ahead takes every token for expired and counts nobody.
 */
public final class RateLimits implements HandlerInterceptor {

    static final String COLLECTION = "rate_limits";

    private final Map<String, RateLimit> limits;
    private final MongoTemplate template;
    private final Clock clock;
    private final Alarms alarms;

    /**
     * @param limits by method and pattern of the path, as in the role table
     * @throws IllegalStateException when one is of a call that is not in the table, or that anyone
     *     makes: it would limit nobody
     */
    RateLimits(
            Map<String, RateLimit> limits,
            AccessTable table,
            MongoTemplate template,
            Clock clock,
            Alarms alarms) {
        for (String call : limits.keySet()) {
            if (table.endpoints().stream()
                    .noneMatch(entry -> !entry.anyone() && entry.toString().equals(call))) {
                throw new IllegalStateException("A limit of no call of the role table: " + call);
            }
        }
        this.limits = Map.copyOf(limits);
        this.template = template;
        this.clock = clock;
        this.alarms = alarms;
    }

    /** Makes collection and index: a row goes by itself when its day is over. */
    void prepare() {
        rows().createIndex(
                        Indexes.ascending("until"),
                        new IndexOptions().name("until").expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            // a HEAD is answered as its GET, so it counts as one
            var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
            var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            var call = method + " " + pattern;
            var limit = limits.get(call);
            if (limit != null) {
                count(call, limit, Admission.of(request).actor(), 1);
            }
        }
        return true;
    }

    /**
     * Counts what a call asks for beside the one that it was counted as when it came, which only
     * its body tells. A call counts as a whole minute at most, or it would never be answered.
     *
     * @param more 0 or more; counted where the call has a limit
     * @throws TooManyRequests when the minute or the day is used up by it
     */
    public void countMore(Call call, int more) {
        var limit = limits.get(call.action());
        if (limit != null && more > 0) {
            count(call.action(), limit, call.actor(), Math.min(more, limit.perMinute() - 1));
        }
    }

    /**
     * @throws TooManyRequests when the minute or the day is used up
     */
    void count(String call, RateLimit limit, Actor actor, int many) {
        Instant now = clock.instant();
        var today = LocalDate.ofInstant(now, ProgrammeClock.ZONE);
        Instant tomorrow = today.plusDays(1).atStartOfDay(ProgrammeClock.ZONE).toInstant();
        long minute = now.getEpochSecond() / 60;
        var id =
                new Document("subject", actor.subject())
                        .append("call", call)
                        .append("day", today.toString());
        var counted =
                Objects.requireNonNull(
                        rows().findOneAndUpdate(
                                        new Document("_id", id),
                                        more(many, minute, limit.perMinute(), tomorrow),
                                        new FindOneAndUpdateOptions()
                                                .upsert(true)
                                                .returnDocument(ReturnDocument.AFTER)));
        int inMinute = counted.getInteger("inMinute");
        int inDay = counted.getInteger("inDay");
        boolean minuteOver = inMinute > limit.perMinute();
        if (minuteOver || inDay > limit.perDay()) {
            // the first of many: nobody has to count them
            if ((minuteOver ? inMinute - limit.perMinute() : inDay - limit.perDay()) <= many) {
                alarms.raise("rate-limit", "Somebody asks more often than the work needs", null);
            }
            Instant again =
                    minuteOver
                            ? Instant.ofEpochSecond((counted.getLong("minute") + 1) * 60)
                            : tomorrow;
            throw new TooManyRequests((int) Duration.between(now, again).toSeconds() + 1);
        }
    }

    private static List<Document> more(int many, long minute, int perMinute, Instant tomorrow) {
        var sameMinute = new Document("$gte", List.of("$minute", minute));
        var within = new Document("$lte", List.of("$inMinute", perMinute));
        return List.of(
                new Document(
                        "$set",
                        new Document("inMinute", cond(sameMinute, add("$inMinute", many), many))
                                .append("minute", new Document("$max", List.of("$minute", minute)))
                                .append("until", Date.from(tomorrow.plus(1, ChronoUnit.DAYS)))),
                new Document(
                        "$set",
                        new Document(
                                "inDay",
                                add(
                                        new Document("$ifNull", List.of("$inDay", 0)),
                                        cond(within, many, 0)))));
    }

    private static Document cond(Document test, Object yes, Object no) {
        return new Document("$cond", List.of(test, yes, no));
    }

    private static Document add(Object one, Object other) {
        return new Document("$add", List.of(one, other));
    }

    private MongoCollection<Document> rows() {
        return template.getDb().getCollection(COLLECTION);
    }
}
