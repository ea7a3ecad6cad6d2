package org.homeward.beneficiary.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.homeward.beneficiary.matching.Attribute;
import org.homeward.beneficiary.matching.BlindTokens;
import org.homeward.beneficiary.registration.Population.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * An attacker holds the rows of the search as they are stored, what lies plain of all files and the
 * frequency of every name, but no key. He puts tokens together that seem to be of one name, takes
 * the most frequent for the most frequent name, the next for the next, and says what the owner of
 * each row is called; then he looks for the files that belong to them. Printed is the share of
 * people of whom he is right.
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

    /** Others of the same land, whom he knows all of. */
    private final List<Person> others = new Population(SEED + 1).people(PEOPLE);

    private final SearchKey key =
            new SearchKey(1, purpose -> purpose.repeat(32).substring(0, 32).getBytes(UTF_8));

    /** What the attacker sees. */
    private record Row(String kind, String token, UUID owner) {}

    /**
     * Where he looks for a name.
     *
     * @param cells over how many tokens, about, people of one name are spread
     */
    private record View(String kind, int cells) {}

    /** Shares of the people. */
    private record Right(double given, double family, double both) {}

    private static final String GIVEN = Attribute.Kind.GIVEN_NAME_AND_YEAR.name();
    private static final String DAY = Attribute.Kind.GIVEN_NAME_AND_DAY.name();
    private static final String FAMILY = Attribute.Kind.FAMILY_NAME_AND_DISTRICT.name();
    private static final String PAIR = Attribute.Kind.NAMES_LOOSELY.name();
    private static final Set<String> PAIRS = Set.of(PAIR);

    @Test
    void rows_that_name_nobody_tell_less_than_names_and_combinations_and_lead_to_no_file() {
        var guessing = new Right(commonest(Person::given), commonest(Person::family), 0);
        var files = people.stream().collect(toMap(Person::file, Function.identity()));
        var single =
                attack(singleNames(), new View("GIVEN", 1), new View("FAMILY", 1), Set.of(), files);
        var given = new View(GIVEN, Population.YEARS);
        var family = new View(FAMILY, 2 * Population.DISTRICTS.size());
        var rows = combinations();
        var combinations = attack(rows, given, family, Set.of(), files);
        var linked = attack(rows, new View(GIVEN, 1), new View(FAMILY, 1), PAIRS, files);
        var stored = asStored();
        var owners = owners();
        var each = attack(stored, given, family, Set.of(), owners);
        var alone = new Right(each.given(), each.family(), pairs(stored, owners));
        var days = new View(DAY, Population.YEARS * Population.DAYS);
        var byDay = attack(stored, days, family, Set.of(), owners);
        var together = attack(stored, new View(GIVEN, 1), new View(FAMILY, 1), PAIRS, owners);
        var beside = besideFiles(stored, given, family);
        var plain = byWhatIsPlain();

        System.out.printf(
                "%,d people, %d names; right of how many in a hundred: given, family, both%n",
                PEOPLE, population.names());
        print("everybody has the commonest name", guessing);
        print("a token for each name, owner plain", single);
        print("combinations, owner plain, each kind alone", combinations);
        print("combinations, owner plain, kinds put together", linked);
        print("as stored: owners of rows, each kind alone", alone);
        print("as stored: owners of rows, given name by day", byDay);
        print("as stored: owners of rows, kinds put together", together);
        print("as stored: files, laid beside rows", beside);
        print("files by sex and the length of what is sealed", plain);
        assertThat(single.given()).isGreaterThan(3 * guessing.given());
        assertThat(linked.given()).isGreaterThan(guessing.given());
        for (var ours : List.of(alone, together)) {
            assertThat(ours.given()).isLessThan(linked.given() / 2);
            assertThat(ours.family()).isLessThan(linked.family() / 2);
            assertThat(ours.both()).isLessThan(linked.both() / 2);
        }
        assertThat(byDay.given()).isLessThan(guessing.given());
        assertThat(beside.given()).isLessThan(guessing.given());
        assertThat(beside.family()).isLessThan(guessing.family());
        assertThat(plain.given()).isGreaterThan(guessing.given());
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

    /** What the service writes, in the order in which the database keeps it. */
    private List<Row> asStored() {
        return people.stream()
                .flatMap(one -> key.rows(one.file(), one.known()).stream())
                .sorted(Comparator.comparing(row -> row.get("_id", UUID.class)))
                .map(
                        row -> {
                            var token = row.getString(SearchKey.TOKEN);
                            var owner = row.get(SearchKey.OWNER, UUID.class);
                            return new Row(SearchKey.kindOf(token).name(), token, owner);
                        })
                .toList();
    }

    /**
     * By pairs of names alone he takes the most frequent for the most frequent pair, and guesses
     * which of the two is the family's. Over how many tokens a pair is spread he can't know, so he
     * is given the best.
     */
    private double pairs(List<Row> rows, Map<UUID, Person> owners) {
        var frequent =
                IntStream.range(0, MOST_NAMES * MOST_NAMES)
                        .mapToObj(n -> new Pair(n / MOST_NAMES, n % MOST_NAMES))
                        .filter(pair -> pair.given() <= pair.family())
                        .sorted(Comparator.comparingDouble(Pair::frequency).reversed())
                        .toList();
        double best = 0;
        for (int cells = 1; cells <= 4; cells++) {
            var ranks = new Sight(rows, new View(PAIR, cells), Set.of()).names(1);
            long right =
                    owners.entrySet().stream()
                            .filter(
                                    owned ->
                                            said(frequent, ranks.get(owned.getKey()))
                                                    .filter(Pair.of(owned.getValue())::equals)
                                                    .isPresent())
                            .count();
            best = Math.max(best, (double) right / PEOPLE);
        }
        return best;
    }

    private static Optional<Pair> said(List<Pair> frequent, @Nullable Integer rank) {
        return rank == null || rank >= frequent.size()
                ? Optional.empty()
                : Optional.of(frequent.get(rank));
    }

    /** Two names by their ranks. */
    private record Pair(int given, int family) {

        static Pair of(Person one) {
            return new Pair(one.given(), one.family());
        }

        /** A token does not tell which of two names is the family's. */
        double frequency() {
            double both = Population.frequency(given) * Population.frequency(family);
            return given == family ? both : 2 * both;
        }
    }

    /** Whose rows they are: by this it is judged, he has it not. */
    private Map<UUID, Person> owners() {
        var owners = new HashMap<UUID, Person>();
        for (String kind : List.of(GIVEN, DAY, FAMILY, PAIR)) {
            var disguise = key.disguise(Attribute.Kind.valueOf(kind));
            people.forEach(one -> owners.put(disguise.on(one.file()), one));
        }
        return owners;
    }

    /**
     * He takes the owner of a row for the file at its place, in the order in which people came or
     * in that of their ids.
     */
    private Right besideFiles(List<Row> rows, View given, View family) {
        var byId = people.stream().sorted(Comparator.comparing(Person::file)).toList();
        return best(
                besideFiles(rows, given, family, people), besideFiles(rows, given, family, byId));
    }

    private Right besideFiles(List<Row> rows, View given, View family, List<Person> files) {
        var places = new HashMap<UUID, Person>();
        for (View view : List.of(given, family)) {
            var owners =
                    rows.stream()
                            .filter(row -> row.kind().equals(view.kind()))
                            .map(Row::owner)
                            .distinct()
                            .toList();
            for (int i = 0; i < owners.size(); i++) {
                places.put(owners.get(i), files.get(i));
            }
        }
        return attack(rows, given, family, Set.of(), places);
    }

    /**
     * Of each file he takes the name that most of the others have whose file looks alike. Were all
     * else of a person equally long, the length of what is sealed is that of her names.
     */
    private Right byWhatIsPlain() {
        return new Right(
                guessed(Person::given),
                guessed(Person::family),
                guessed(one -> one.given() * population.names() + one.family()));
    }

    private double guessed(ToIntFunction<Person> name) {
        var known = new HashMap<Plain, Map<Integer, Integer>>();
        for (Person one : others) {
            known.computeIfAbsent(Plain.of(one), _ -> new HashMap<>())
                    .merge(name.applyAsInt(one), 1, Integer::sum);
        }
        var said = new HashMap<Plain, Integer>();
        known.forEach(
                (plain, names) ->
                        said.put(
                                plain,
                                Collections.max(names.entrySet(), Map.Entry.comparingByValue())
                                        .getKey()));
        long right =
                people.stream()
                        .filter(
                                one ->
                                        Integer.valueOf(name.applyAsInt(one))
                                                .equals(said.get(Plain.of(one))))
                        .count();
        return (double) right / PEOPLE;
    }

    /**
     * What lies plain of a person and goes with her names.
     *
     * @param woman every second given name is hers alone
     * @param length of what is sealed, in bytes
     */
    private record Plain(boolean woman, int length) {

        static Plain of(Person one) {
            var name = one.known().name();
            return new Plain(
                    one.given() % 2 == 0, (name.family() + name.given()).getBytes(UTF_8).length);
        }
    }

    private Right attack(
            List<Row> rows, View given, View family, Set<String> beside, Map<UUID, Person> owners) {
        var givens = new Sight(rows, given, beside);
        var families = new Sight(rows, family, beside);
        var best = new Right(0, 0, 0);
        for (double alike : ALIKE) {
            best = best(best, right(givens.names(alike), families.names(alike), owners));
        }
        return best;
    }

    private static Right best(Right one, Right other) {
        return other.given() + other.family() > one.given() + one.family() ? other : one;
    }

    private static Right right(
            Map<UUID, Integer> givens, Map<UUID, Integer> families, Map<UUID, Person> owners) {
        double rightGiven = 0;
        double rightFamily = 0;
        double rightBoth = 0;
        for (var owned : owners.entrySet()) {
            var one = owned.getValue();
            boolean first = Integer.valueOf(one.given()).equals(givens.get(owned.getKey()));
            boolean last = Integer.valueOf(one.family()).equals(families.get(owned.getKey()));
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
