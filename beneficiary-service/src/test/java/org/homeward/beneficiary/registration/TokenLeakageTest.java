package org.homeward.beneficiary.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.homeward.beneficiary.matching.Attribute;
import org.homeward.beneficiary.matching.BlindTokens;
import org.homeward.beneficiary.registration.Population.Person;
import org.junit.jupiter.api.Test;

/**
 * An attacker holds the rows of the search, the ids of all files and the frequency of every name,
 * but no key. He puts tokens together that seem to be of one name, takes the most frequent for the
 * most frequent name, the next for the next, and says of every file what the person is called.
 * Printed is the share of files of which he is right.
 */
class TokenLeakageTest {

    private static final int PEOPLE = Integer.getInteger("homeward.leakage.people", 50_000);
    private static final long SEED = 20_260_714;

    /**
     * Cells are of one name when so many of the people in one stand beside a token of the other:
     * the attacker can't know how many, so he is given the best of these.
     */
    private static final List<Double> ALIKE = List.of(0.2, 0.35, 0.5);

    /** In smaller cells chance decides what they have in common. */
    private static final int FEWEST = 8;

    /** Rarer names can't be told apart by their number. */
    private static final int MOST_NAMES = 60;

    private final Population population = new Population(SEED);
    private final List<Person> people = population.people(PEOPLE);

    /** What the attacker sees. */
    private record Row(String kind, String token, UUID owner) {}

    /**
     * Where he looks for a name.
     *
     * @param cells over how many tokens, about, people of one name are spread
     */
    private record View(String kind, int cells) {}

    /** Shares of the files. */
    private record Right(double given, double family, double both) {}

    private static final String GIVEN = Attribute.Kind.GIVEN_NAME_AND_YEAR.name();
    private static final String FAMILY = Attribute.Kind.FAMILY_NAME_AND_DISTRICT.name();
    private static final Set<String> PAIRS = Set.of(Attribute.Kind.NAMES_LOOSELY.name());

    @Test
    void rows_that_name_nobody_tell_of_no_file_what_names_and_combinations_would() {
        var guessing = new Right(commonest(Person::given), commonest(Person::family), 0);
        var single = attack(singleNames(), new View("GIVEN", 1), new View("FAMILY", 1), Set.of());
        var given = new View(GIVEN, Population.YEARS);
        var family = new View(FAMILY, 2 * Population.DISTRICTS.size());
        var rows = combinations();
        var combinations = attack(rows, given, family, Set.of());
        var linked = attack(rows, new View(GIVEN, 1), new View(FAMILY, 1), PAIRS);
        var ours = attack(asStored(), new View(GIVEN, 1), new View(FAMILY, 1), PAIRS);

        System.out.printf(
                "%,d people, %d names; right of how many in a hundred: given, family, both%n",
                PEOPLE, population.names());
        print("everybody has the commonest name", guessing);
        print("a token for each name, owner plain", single);
        print("combinations, owner plain, each kind alone", combinations);
        print("combinations, owner plain, kinds put together", linked);
        print("combinations, owner disguised for each kind", ours);
        assertThat(single.given()).isGreaterThan(3 * guessing.given());
        assertThat(linked.given()).isGreaterThan(guessing.given());
        assertThat(ours).isEqualTo(new Right(0, 0, 0));
    }

    /** What is not done. */
    private List<Row> singleNames() {
        return people.stream()
                .flatMap(
                        one ->
                                Stream.of(
                                        new Row("GIVEN", "g" + one.given(), one.file()),
                                        new Row("FAMILY", "f" + one.family(), one.file())))
                .toList();
    }

    /** As they were before the owner was disguised; equal values stand for equal tokens. */
    private List<Row> combinations() {
        return people.stream()
                .flatMap(
                        one ->
                                BlindTokens.of(one.known()).stream()
                                        .map(
                                                attribute ->
                                                        new Row(
                                                                attribute.kind().name(),
                                                                attribute.value(),
                                                                one.file())))
                .toList();
    }

    /** What the service writes. */
    private List<Row> asStored() {
        var key = new SearchKey(1, purpose -> purpose.repeat(32).substring(0, 32).getBytes(UTF_8));
        return people.stream()
                .flatMap(one -> key.rows(one.file(), one.known()).stream())
                .map(
                        row -> {
                            var token = row.getString(SearchKey.TOKEN);
                            var owner = row.get(SearchKey.OWNER, UUID.class);
                            return new Row(SearchKey.kindOf(token).name(), token, owner);
                        })
                .toList();
    }

    private Right attack(List<Row> rows, View given, View family, Set<String> beside) {
        var givens = new Sight(rows, given, beside);
        var families = new Sight(rows, family, beside);
        var best = new Right(0, 0, 0);
        for (double alike : ALIKE) {
            var right = right(givens.names(alike), families.names(alike));
            best = right.given() + right.family() > best.given() + best.family() ? right : best;
        }
        return best;
    }

    private Right right(Map<UUID, Integer> givens, Map<UUID, Integer> families) {
        double rightGiven = 0;
        double rightFamily = 0;
        double rightBoth = 0;
        for (Person one : people) {
            boolean first = Integer.valueOf(one.given()).equals(givens.get(one.file()));
            boolean last = Integer.valueOf(one.family()).equals(families.get(one.file()));
            rightGiven += first ? 1 : 0;
            rightFamily += last ? 1 : 0;
            rightBoth += first && last ? 1 : 0;
        }
        return new Right(rightGiven / PEOPLE, rightFamily / PEOPLE, rightBoth / PEOPLE);
    }

    /** The rows of one kind: who has the same token, the most first. */
    private static final class Sight {

        private final View view;
        private final List<Set<UUID>> cells;
        private final Map<UUID, Set<String>> besides = new HashMap<>();

        /**
         * @param beside kinds of rows that cells are put together by
         */
        Sight(List<Row> rows, View view, Set<String> beside) {
            this.view = view;
            var tokens = new HashMap<String, Set<UUID>>();
            for (Row row : rows) {
                if (row.kind().equals(view.kind())) {
                    tokens.computeIfAbsent(row.token(), _ -> new HashSet<>()).add(row.owner());
                } else if (beside.contains(row.kind())) {
                    besides.computeIfAbsent(row.owner(), _ -> new HashSet<>()).add(row.token());
                }
            }
            cells = mostFirst(tokens.values());
        }

        /** The name, by its rank, that the attacker gives to each owner. */
        Map<UUID, Integer> names(double alike) {
            var left = new ArrayList<>(cells);
            if (!besides.isEmpty()) {
                left.removeIf(cell -> cell.size() < FEWEST);
            }
            var groups = new ArrayList<Set<UUID>>();
            while (!left.isEmpty() && (besides.isEmpty() || groups.size() < MOST_NAMES)) {
                groups.add(grown(left, alike));
            }
            var names = new HashMap<UUID, Integer>();
            int rank = 0;
            for (Set<UUID> group : mostFirst(groups)) {
                int name = rank++ / view.cells();
                group.forEach(owner -> names.putIfAbsent(owner, name));
            }
            return names;
        }

        /** The greatest cell that is left, with all whose people stand beside the same tokens. */
        private Set<UUID> grown(List<Set<UUID>> left, double alike) {
            var group = new HashSet<>(left.removeFirst());
            if (besides.isEmpty()) {
                return group;
            }
            int before = 0;
            while (group.size() > before) {
                before = group.size();
                var near = new HashSet<String>();
                group.forEach(owner -> near.addAll(besides.getOrDefault(owner, Set.of())));
                left.removeIf(
                        cell -> {
                            boolean one = share(cell, near) >= alike;
                            if (one) {
                                group.addAll(cell);
                            }
                            return one;
                        });
            }
            return group;
        }

        private double share(Set<UUID> cell, Set<String> near) {
            long found =
                    cell.stream()
                            .filter(
                                    owner ->
                                            besides.getOrDefault(owner, Set.of()).stream()
                                                    .anyMatch(near::contains))
                            .count();
            return (double) found / cell.size();
        }

        private static List<Set<UUID>> mostFirst(Collection<Set<UUID>> groups) {
            return groups.stream()
                    .sorted(Comparator.<Set<UUID>>comparingInt(Set::size).reversed())
                    .toList();
        }
    }

    private double commonest(ToIntFunction<Person> name) {
        return (double) people.stream().filter(one -> name.applyAsInt(one) == 0).count() / PEOPLE;
    }

    private static void print(String what, Right right) {
        System.out.printf(
                "%-48s %5.1f %5.1f %5.1f%n",
                what, 100 * right.given(), 100 * right.family(), 100 * right.both());
    }
}
