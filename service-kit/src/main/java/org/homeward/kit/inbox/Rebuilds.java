package org.homeward.kit.inbox;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.kit.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service's projections, and their rebuilds: one of each at a time. */
public final class Rebuilds implements AutoCloseable {

    static final String COLLECTION = "inbox_rebuilds";

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration DEAD = Duration.ofMinutes(1);
    private static final Duration END = Duration.ofSeconds(5);
    private static final int DUPLICATE_KEY = 11000;
    private static final int DEFAULT_SECONDS = 60;

    private final Rebuild.Parts parts;
    private final @Nullable Duration quiet;
    private final Clock clock;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    /**
     * @param quiet after which no transaction runs that began before; null: the server is asked
     */
    Rebuilds(Rebuild.Parts parts, @Nullable Duration quiet, Clock clock) {
        this.parts = parts;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** What a rebuild has come to. */
    public enum State {
        RUNNING,
        DONE,
        /** The old projection is still in its place. */
        FAILED
    }

    /**
     * @param state of the last rebuild; null when there was none, and so are the others
     * @param events that were handled
     * @param failure class of what went wrong
     */
    public record ProjectionStanding(
            String projection,
            @Nullable State state,
            @Nullable Instant began,
            @Nullable Instant ended,
            @Nullable Long events,
            @Nullable String failure) {}

    public List<ProjectionStanding> list() {
        return parts.reactions().projections().stream().sorted().map(this::standing).toList();
    }

    private ProjectionStanding standing(String projection) {
        Document row =
                Optional.ofNullable(rows().find(Filters.eq("_id", projection)).first())
                        .orElseGet(Document::new);
        String state = row.getString("state");
        return new ProjectionStanding(
                projection,
                state == null ? null : State.valueOf(state),
                instant(row.getDate("began")),
                instant(row.getDate("ended")),
                row.getLong("events"),
                row.getString("failure"));
    }

    /**
     * Begins to rebuild a projection; it goes on behind the caller's back.
     *
     * @throws NotFound when there is none of this name
     * @throws RebuildRunning when it is being rebuilt already
     */
    public ProjectionStanding begin(String projection) {
        if (!parts.reactions().projections().contains(projection)) {
            throw new NotFound();
        }
        UUID run = UUID.randomUUID();
        long number = claim(projection, run);
        var rebuild =
                new Rebuild(parts, projection, number, quiet(), n -> note(projection, run, n));
        running.add(
                Thread.ofPlatform()
                        .daemon()
                        .name("rebuild-" + projection)
                        .start(() -> run(projection, run, rebuild)));
        return standing(projection);
    }

    /** Returns how many there have been of this projection, with this one. */
    private long claim(String projection, UUID run) {
        Instant now = clock.instant();
        try {
            Document row =
                    rows().findOneAndUpdate(
                                    Filters.and(
                                            Filters.eq("_id", projection),
                                            Filters.or(
                                                    Filters.ne("state", State.RUNNING.name()),
                                                    Filters.lt(
                                                            "beat", Date.from(now.minus(DEAD))))),
                                    Updates.combine(
                                            Updates.inc("runs", 1L),
                                            Updates.set("run", run),
                                            Updates.set("state", State.RUNNING.name()),
                                            Updates.set("began", Date.from(now)),
                                            Updates.set("beat", Date.from(now)),
                                            Updates.set("events", 0L),
                                            Updates.unset("ended"),
                                            Updates.unset("failure")),
                                    new FindOneAndUpdateOptions()
                                            .upsert(true)
                                            .returnDocument(ReturnDocument.AFTER));
            return Objects.requireNonNull(row).getLong("runs");
        } catch (MongoCommandException failed) {
            throw failed.getErrorCode() == DUPLICATE_KEY ? new RebuildRunning() : failed;
        }
    }

    private void run(String projection, UUID run, Rebuild rebuild) {
        try {
            rebuild.run();
            end(projection, run, State.DONE, null);
            LOG.info("the projection {} was rebuilt", projection);
        } catch (Throwable failure) {
            // the old one stays; whatever it was, nobody else would say so
            boolean interrupted = Thread.interrupted();
            String reason = Failures.reason(failure);
            LOG.error("the projection {} could not be rebuilt: {}", projection, reason);
            end(projection, run, State.FAILED, reason);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    /** Ends what runs, and lets events be handled again. */
    @Override
    public void close() {
        running.forEach(Thread::interrupt);
        try {
            for (Thread thread : running) {
                thread.join(END);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @throws IllegalStateException when another took this for dead
     */
    private void note(String projection, UUID run, long events) {
        boolean own =
                update(
                        projection,
                        run,
                        Updates.combine(
                                Updates.set("events", events),
                                Updates.set("beat", Date.from(clock.instant()))));
        if (!own) {
            throw new IllegalStateException("taken for dead");
        }
    }

    private void end(String projection, UUID run, State state, @Nullable String failure) {
        var _ =
                update(
                        projection,
                        run,
                        Updates.combine(
                                Updates.set("state", state.name()),
                                Updates.set("ended", Date.from(clock.instant())),
                                Updates.set("failure", failure)));
    }

    private boolean update(String projection, UUID run, Bson change) {
        return rows().updateOne(
                                Filters.and(Filters.eq("_id", projection), Filters.eq("run", run)),
                                change)
                        .getMatchedCount()
                == 1;
    }

    /** The server looks for transactions out of their time every half of it. */
    private Duration quiet() {
        return quiet != null ? quiet : Duration.ofSeconds(2 + 3L * lifetimeSeconds() / 2);
    }

    private int lifetimeSeconds() {
        String name = "transactionLifetimeLimitSeconds";
        try {
            var answer =
                    parts.mongo()
                            .getMongoDatabaseFactory()
                            .getMongoDatabase("admin")
                            .runCommand(new Document("getParameter", 1).append(name, 1));
            return answer.getInteger(name, DEFAULT_SECONDS);
        } catch (MongoCommandException notAllowed) {
            return DEFAULT_SECONDS;
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private MongoCollection<Document> rows() {
        return parts.mongo().getDb().getCollection(COLLECTION);
    }
}
