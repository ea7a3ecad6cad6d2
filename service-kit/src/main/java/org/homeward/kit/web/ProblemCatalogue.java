package org.homeward.kit.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.homeward.kit.inbox.NotFirst;
import org.homeward.kit.sealing.RecordDestroyed;
import org.homeward.kit.sealing.SealBroken;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The published list of all problem types of this service. */
@RestController
final class ProblemCatalogue {

    /**
     * @param detail how the advice reads, with values of an example
     */
    record Entry(String type, int status, String title, String detail) {}

    private final Map<String, Entry> bySlug = new TreeMap<>();

    /**
     * @throws IllegalStateException when one slug means two things
     */
    ProblemCatalogue(Collection<ProblemTypes> types) {
        types.stream().flatMap(some -> some.samples().stream()).forEach(this::add);
    }

    private void add(Problem sample) {
        Entry entry = new Entry(sample.type(), sample.status(), sample.title(), sample.detail());
        Entry other = bySlug.put(sample.slug(), entry);
        if (other != null && !other.equals(entry)) {
            throw new IllegalStateException("Two problems are called " + sample.slug());
        }
    }

    @GetMapping("/problems")
    List<Entry> problems() {
        return List.copyOf(bySlug.values());
    }

    static ProblemTypes ofTheKit() {
        return ProblemTypes.of(
                new AlreadyExists(),
                new InProgress(),
                new InvalidBody("/field", "must not be blank"),
                new InvalidCursor(),
                new InvalidParameter("id", "must be a UUID"),
                new KeyMalformed(),
                new KeyRequired(),
                new KeyReused(),
                new NotFirst(),
                new NotFound(),
                new RecordDestroyed(),
                new SealBroken(),
                new StateConflict("DRAFT"),
                new TooManyRequests(60),
                new Unavailable("Something this depends on is away: try again.", 2),
                new VersionMalformed(),
                new VersionRequired(),
                new VersionStale(),
                HttpProblem.badRequest(),
                HttpProblem.unauthenticated(),
                HttpProblem.forbidden(),
                HttpProblem.noSuchEndpoint(),
                HttpProblem.methodNotAllowed(Set.of(HttpMethod.GET)),
                HttpProblem.notAcceptable(),
                HttpProblem.bodyTooLarge(65536),
                HttpProblem.unsupportedMediaType(),
                HttpProblem.internal("00000000-0000-0000-0000-000000000000"));
    }
}
