package org.homeward.kit.journal;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.homeward.kit.observe.CommandMetrics;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.web.AlreadyExists;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InProgress;
import org.homeward.kit.web.Problem;
import org.homeward.kit.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The one way to change anything. A command's aggregates, their entries (events to publish, audit,
 * the answer under the request's key) and its companions are written in one transaction with write
 * concern majority and journal: what was answered with 2xx is stored, and nothing else is.
 *
 * <ul>
 *   <li>A repetition with the same key and body gets the stored answer; only 2xx answers are
 *       stored.
 *   <li>Whatever goes wrong on the way (a lost race, a duplicate key, a transient error, a
 *       refusal), the key is looked up again before anything else is answered: the first run may
 *       have won.
 *   <li>An unknown result of a commit is settled by committing again, never by running again.
 * </ul>
 */
public final class Journal {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final TransactionOptions OPTIONS =
            TransactionOptions.builder()
                    .readConcern(ReadConcern.SNAPSHOT)
                    .readPreference(ReadPreference.primary())
                    .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                    .maxCommitTime(5L, TimeUnit.SECONDS)
                    .build();

    private final MongoClient client;
    private final MongoTemplate template;
    private final StateMapping mapping;
    private final KeyVault vault;
    private final Entry entry;
    private final Requests requests;
    private final Clock clock;
    private final CommandMetrics metrics;
    private final List<CommitListener> listeners;
    private final MongoCollection<Document> journal;

    Journal(
            MongoClient client,
            MongoTemplate template,
            StateMapping mapping,
            KeyVault vault,
            Entry entry,
            Requests requests,
            Clock clock,
            CommandMetrics metrics,
            List<CommitListener> listeners) {
        this.client = client;
        this.template = template;
        this.mapping = mapping;
        this.vault = vault;
        this.entry = entry;
        this.requests = requests;
        this.clock = clock;
        this.metrics = metrics;
        this.listeners = List.copyOf(listeners);
        this.journal = template.getDb().getCollection(JournalFormat.JOURNAL);
    }

    /**
     * Runs a command, or answers what it answered before.
     *
     * @param work decides and writes; may run more than once, so it must have no effect beside the
     *     {@link Change}
     * @throws Problem what the command refuses; nothing was changed
     * @throws InProgress when others kept winning for five seconds
     * @throws Unavailable when the result of the commit could not be learnt: repeat with the same
     *     key
     */
    public Receipt run(Call call, Function<Change, Receipt> work) {
        return metrics.timed(call.action(), () -> answer(call, work));
    }

    /**
     * What this call was answered before, for a command that has costly work to do before it runs;
     * the answer of a run that is under way is not seen, and {@link #run} finds it.
     *
     * @throws org.homeward.kit.web.KeyReused when the key came with another body before
     */
    public Optional<Receipt> answered(Call call) {
        try (var session = client.startSession()) {
            return requests.answered(session, call);
        }
    }

    /**
     * Runs first and looks the key up only when that fails, which saves every new command a round
     * trip: a repetition can't commit, for the index on the request's id is unique.
     */
    private Receipt answer(Call call, Function<Change, Receipt> work) {
        long start = System.nanoTime();
        // one session for all: a look-up after a run sees at least what that run had read
        try (var session = client.startSession()) {
            while (true) {
                RuntimeException obstacle;
                try {
                    return once(session, call.origin(), call, work);
                } catch (Problem refusal) {
                    obstacle = refusal;
                } catch (RuntimeException failure) {
                    obstacle = failure;
                    if (Failures.worthAnotherRun(failure)) {
                        if (System.nanoTime() - start > PATIENCE) {
                            obstacle = new InProgress();
                        }
                        pause();
                    }
                }
                var answered = requests.answered(session, call);
                if (answered.isPresent()) {
                    return answered.get();
                }
                if (obstacle instanceof Problem || !Failures.worthAnotherRun(obstacle)) {
                    throw obstacle;
                }
            }
        }
    }

    /**
     * The service's own work: reactions to events and scheduled tasks. Runs again on transient
     * errors and lost races for five seconds, then throws the last.
     */
    public <T extends @Nullable Object> T inTransaction(Origin origin, Function<Change, T> work) {
        long start = System.nanoTime();
        try (var session = client.startSession()) {
            while (true) {
                try {
                    return once(session, origin, null, work);
                } catch (Problem refusal) {
                    throw refusal;
                } catch (RuntimeException failure) {
                    if (!Failures.worthAnotherRun(failure)
                            || System.nanoTime() - start > PATIENCE) {
                        throw failure;
                    }
                }
                pause();
            }
        }
    }

    private <T extends @Nullable Object> T once(
            ClientSession session, Origin origin, @Nullable Call call, Function<Change, T> work) {
        session.startTransaction(OPTIONS);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var change = new Transaction(session, template, mapping, vault, entry, origin, now);
        T result;
        try {
            result = work.apply(change);
            var entries = change.entries();
            if (call != null && result instanceof Receipt answer) {
                if (entries.isEmpty()) {
                    throw new IllegalStateException("a command must change something");
                }
                entries.getFirst().append(JournalFormat.REQUEST, requests.of(call, answer, now));
            }
            change.complete();
            insert(session, entries);
        } catch (RuntimeException | Error failure) {
            abort(session);
            throw failure;
        }
        commit(session);
        change.changedKeys().forEach(vault::forget);
        announce(change.entries());
        return result;
    }

    private void insert(ClientSession session, List<Document> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try {
            journal.insertMany(session, entries);
        } catch (MongoBulkWriteException failed) {
            if (Failures.isTaken(failed, entries)) {
                throw new AlreadyExists();
            }
            throw failed;
        }
    }

    private static void commit(ClientSession session) {
        long start = System.nanoTime();
        while (true) {
            try {
                session.commitTransaction();
                return;
            } catch (MongoException failure) {
                if (!failure.hasErrorLabel(
                        MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)) {
                    throw failure;
                }
                if (System.nanoTime() - start > Duration.ofSeconds(10).toNanos()) {
                    throw new Unavailable("The result is not known yet: repeat the request.", 5);
                }
            }
            pause();
        }
    }

    private static void abort(ClientSession session) {
        try {
            session.abortTransaction();
        } catch (MongoException ignored) {
            // the server ends it by itself; the failure that led here is the one to report
        }
    }

    private void announce(List<Document> entries) {
        Set<String> shards =
                entries.stream()
                        .map(e -> Optional.ofNullable(e.get(JournalFormat.OUTBOX, Document.class)))
                        .flatMap(Optional::stream)
                        .map(outbox -> outbox.getString("shard"))
                        .collect(Collectors.toSet());
        if (!shards.isEmpty()) {
            listeners.forEach(listener -> listener.committed(shards));
        }
    }

    /** Lets the winner of a race finish; random, or the losers meet again. */
    private static void pause() {
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(500, 20_000)));
    }
}
