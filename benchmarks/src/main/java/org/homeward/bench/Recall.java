package org.homeward.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.homeward.bench.people.Filling;
import org.homeward.bench.people.Pairs;
import org.homeward.bench.people.PeopleService.Found;
import org.homeward.bench.people.PeopleService.Worker;
import org.homeward.bench.people.Somebody;
import org.homeward.bench.report.Figure.Runs;
import org.homeward.bench.report.Goal;
import org.homeward.beneficiary.matching.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Whom searches bring together in a crowd that bears the same names: each person of the pairs has a
 * file in each of her writings, and is searched for by each.
 */
final class Recall {

    private static final Goal ALL = new Goal(true, 100.0, null);

    /** A person's file in one writing, and the others that are hers, each with its writing. */
    private record Filed(Somebody somebody, UUID file, Map<UUID, PersonName> others) {

        boolean isHers(UUID found) {
            return found.equals(file) || others.containsKey(found);
        }
    }

    private final List<Filed> ofOne = new ArrayList<>();
    private final List<Filed> ofTwo = new ArrayList<>();
    private final List<String> districts;

    /**
     * @param districts where they live, in turn
     */
    Recall(List<String> districts) {
        this.districts = districts;
    }

    /** Writes the files. */
    void file(Filling filling) {
        for (var writings : Pairs.ofOne(districts)) {
            var files = filling.write(writings);
            for (int i = 0; i < files.size(); i++) {
                var others = new LinkedHashMap<UUID, PersonName>();
                for (int j = 0; j < files.size(); j++) {
                    if (j != i) {
                        others.put(files.get(j), writings.get(j).name());
                    }
                }
                ofOne.add(new Filed(writings.get(i), files.get(i), others));
            }
        }
        for (var people : Pairs.ofTwo()) {
            var files = filling.write(people);
            IntStream.range(0, files.size())
                    .forEach(i -> ofTwo.add(new Filed(people.get(i), files.get(i), Map.of())));
        }
    }

    /** How many files {@link #file} writes. */
    static int files() {
        return 3 * Pairs.ofOne(List.of("")).size() + 2 * Pairs.ofTwo().size();
    }

    /**
     * @param workers who search, each once
     * @param progress told which writing does not find which other
     */
    List<Runs> measure(int people, Supplier<Worker> workers, Consumer<String> progress) {
        var here = new Tally();
        ofOne.forEach(one -> here.add(one, find(workers, one.somebody())));
        var moved = new Tally();
        for (var one : ofOne) {
            int place = districts.indexOf(one.somebody().district()) + 1;
            var other = districts.get(place % districts.size());
            moved.add(one, find(workers, one.somebody().in(other)));
        }
        var alike = new Tally();
        ofTwo.forEach(one -> alike.add(one, find(workers, one.somebody())));
        here.missed.forEach(progress);
        moved.missed.forEach(missed -> progress.accept(missed + ", from another district"));
        var among = String.format(Locale.ROOT, ", among %,d", people);
        return List.of(
                run(
                        "search.recall",
                        "of the pairs that are one person, found in the other writing" + among,
                        "%",
                        ALL,
                        percent(here.found, here.sought)),
                run(
                        "search.recall.place",
                        "the last place at which one of them is listed" + among,
                        "of 50",
                        null,
                        here.last),
                run(
                        "search.recall.moved",
                        "of the same, found from another district" + among,
                        "%",
                        null,
                        percent(moved.found, moved.sought)),
                run(
                        "search.first",
                        "of the pairs of both kinds, listed first where searched for" + among,
                        "%",
                        ALL,
                        percent(here.first + alike.first, here.searches + alike.searches)),
                run(
                        "search.precision",
                        "of those called the same, who are" + among,
                        "%",
                        ALL,
                        percent(here.rightly + alike.rightly, here.same + alike.same)));
    }

    private static List<Found> find(Supplier<Worker> workers, Somebody somebody) {
        try {
            return workers.get().find(somebody);
        } catch (IOException refused) {
            throw new IllegalStateException("no search", refused);
        }
    }

    private static Runs run(
            String name, String says, String unit, @Nullable Goal goal, double value) {
        var run = new Runs(name, says, unit, true, goal);
        run.ours(value);
        return run;
    }

    private static double percent(int part, int whole) {
        return 100.0 * part / whole;
    }

    /** Of several searches. */
    private static final class Tally {

        private int searches;
        private int first;
        private int sought;
        private int found;
        private int last;
        private int same;
        private int rightly;
        private final List<String> missed = new ArrayList<>();

        void add(Filed one, List<Found> listed) {
            searches++;
            var missing = new LinkedHashMap<>(one.others());
            listed.forEach(each -> missing.remove(each.file()));
            missing.values().forEach(other -> missed.add(says(one.somebody().name(), other)));
            sought += one.others().size();
            found += one.others().size() - missing.size();
            for (int i = 0; i < listed.size(); i++) {
                boolean hers = one.isHers(listed.get(i).file());
                if (hers && i == 0) {
                    first++;
                }
                if (one.others().containsKey(listed.get(i).file())) {
                    last = Math.max(last, i + 1);
                }
                if (listed.get(i).same()) {
                    same++;
                    rightly += hers ? 1 : 0;
                }
            }
        }

        private static String says(PersonName sought, PersonName missed) {
            return "%s %s does not find %s %s"
                    .formatted(sought.family(), sought.given(), missed.family(), missed.given());
        }
    }
}
