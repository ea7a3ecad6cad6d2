package org.homeward.beneficiary.registration;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;
import static org.homeward.beneficiary.registration.RegistrationTypes.SEARCH;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.beneficiary.registration.Search.Candidate;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.RateLimits;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
import org.springframework.data.mongodb.core.MongoTemplate;

@UseCase("Look whether a person is in the files already")
class SearchForPerson {

    private final Journal journal;
    private final RateLimits limits;
    private final Candidates candidates;
    private final Districts districts;
    private final Aggregates aggregates;
    private final ClosedFiles closedFiles;
    private final AccessLog accessLog;
    private final ProgrammeClock programmeClock;
    private final Clock clock;

    SearchForPerson(
            Journal journal,
            RateLimits limits,
            Candidates candidates,
            Districts districts,
            Aggregates aggregates,
            ClosedFiles closedFiles,
            AccessLog accessLog,
            ProgrammeClock programmeClock,
            Clock clock,
            MongoTemplate template) {
        this.journal = journal;
        this.limits = limits;
        this.candidates = candidates;
        this.districts = districts;
        this.aggregates = aggregates;
        this.closedFiles = closedFiles;
        this.accessLog = accessLog;
        this.programmeClock = programmeClock;
        this.clock = clock;
        // that these people are alike is nobody's business later; its id stays taken by the journal
        template.getDb()
                .getCollection(SEARCH.collection())
                .createIndex(
                        Indexes.ascending("state.at"),
                        new IndexOptions()
                                .name("gone")
                                .expireAfter(Search.KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    /**
     * @throws org.homeward.kit.web.TooManyRequests when she is so many that the worker's minute or
     *     day is used up
     */
    Receipt search(SearchController.SearchBody body, Call call) {
        districts.check(body.district());
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        var person = body.person().toData(programmeClock.today()).forMatching(body.district());
        limits.countMore(call, person.manifold() - 1);
        return journal.run(
                call,
                change ->
                        Receipt.created(
                                "/api/v1/searches/" + id,
                                change.create(
                                        SEARCH,
                                        id,
                                        Search.made(
                                                call.actor(),
                                                candidates.like(person, id),
                                                change.now()))));
    }

    /** The references only; nothing of the people, so nothing to record. */
    List<UUID> references(UUID search, Actor worker) {
        return own(search, worker).found().stream().map(Candidate::reference).toList();
    }

    /**
     * Who they are; of those out of scope only whom to ask, of those whose file is closed only what
     * is missing. All are recorded as read: that somebody is in the files is told of them, too.
     */
    List<CandidateView> candidates(UUID search, Actor worker, Scope scope, Purpose purpose) {
        var found = own(search, worker).found();
        var ids = found.stream().map(Candidate::beneficiary).toList();
        var readable = byId(aggregates.findAll(BENEFICIARY, ids, scope));
        var all = byId(aggregates.findAll(BENEFICIARY, ids, Scope.everything()));
        var closed = closedFiles.among(readable.keySet());
        accessLog.record(worker, purpose, BENEFICIARY.name(), ids);
        return found.stream()
                .map(
                        candidate -> {
                            var file = readable.get(candidate.beneficiary());
                            if (file != null) {
                                return closed.contains(file.id())
                                        ? CandidateView.closed(candidate)
                                        : CandidateView.of(candidate, file);
                            }
                            var foreign = Objects.requireNonNull(all.get(candidate.beneficiary()));
                            return CandidateView.ask(candidate, foreign.state().organisation());
                        })
                .toList();
    }

    /** Only while it may be registered by: an old search is no list of people to come back to. */
    private Search own(UUID search, Actor worker) {
        return aggregates
                .find(SEARCH, search, Scope.everything())
                .map(Stored::state)
                .filter(made -> made.covers(worker, clock.instant()))
                .orElseThrow(NotFound::new);
    }

    private static Map<UUID, Stored<Beneficiary>> byId(List<Stored<Beneficiary>> files) {
        return files.stream().collect(Collectors.toMap(Stored::id, Function.identity()));
    }
}
