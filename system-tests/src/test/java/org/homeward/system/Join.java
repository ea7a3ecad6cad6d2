package org.homeward.system;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.Readers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who may read the topics of dashboards, and joins what stands there: which person is a
 * story about, and who is protected?
 */
final class Join {

    private static final String STORIES = "homeward.story.v1";
    private static final int SECOND = 1000;

    /**
     * Who is so often right that a guess would be as often less than once in ten does not guess.
     */
    private static final double RARE = 0.1;

    /** What is made for one thing and stands nowhere by chance: ids, hashes, traces. */
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}");

    private static final Pattern DISTRICT = Pattern.compile("(TJ-[A-Z]{2})-[A-Z]+");

    private static final Set<String> HEADERS =
            Set.of(
                    EventEnvelope.SPECVERSION,
                    EventEnvelope.ID,
                    EventEnvelope.SOURCE,
                    EventEnvelope.TYPE,
                    EventEnvelope.TIME,
                    EventEnvelope.SEQUENCE,
                    EventEnvelope.EPOCH,
                    EventEnvelope.TRACEPARENT,
                    EventEnvelope.CONTENT_TYPE);

    /** How two things can be joined. */
    enum Way {
        ID,
        MOMENT,
        FACTS,
        ORDER
    }

    private record Claim(String story, String person) {}

    /** Those that are about somebody. */
    private final Map<String, List<Heard>> stories = new LinkedHashMap<>();

    private final Map<String, List<Heard>> people = new LinkedHashMap<>();
    private final List<Heard> ofStories = new ArrayList<>();
    private final List<Heard> others = new ArrayList<>();

    Join(List<Heard> all) {
        var owners = new HashMap<String, String>();
        for (var name : List.of("application", "grant")) {
            for (var heard : all) {
                if (!heard.says(name).isEmpty() && !heard.says("beneficiary").isEmpty()) {
                    owners.put(heard.says(name), heard.says("beneficiary"));
                }
            }
        }
        for (var heard : all) {
            if (heard.topic().equals(STORIES)) {
                ofStories.add(heard);
                stories.computeIfAbsent(heard.says("story"), _ -> new ArrayList<>()).add(heard);
                continue;
            }
            others.add(heard);
            var owner = owner(heard, owners);
            if (owner != null) {
                people.computeIfAbsent(owner, _ -> new ArrayList<>()).add(heard);
            }
        }
        stories.values()
                .removeIf(told -> told.stream().noneMatch(one -> one.says("kind").equals("STORY")));
    }

    private static @Nullable String owner(Heard heard, Map<String, String> owners) {
        if (!heard.says("beneficiary").isEmpty()) {
            return heard.says("beneficiary");
        }
        var ofGrant = owners.get(heard.says("grant"));
        return ofGrant == null ? owners.get(heard.says("application")) : ofGrant;
    }

    /** The topics that others than the services may read. */
    static List<String> topics() {
        var catalogue = EventCatalogue.load();
        return catalogue.topics().stream()
                .filter(topic -> catalogue.readersOf(topic) != Readers.SERVICES)
                .toList();
    }

    /** How many people there are, and stories about somebody. */
    Map<String, Integer> sizes() {
        return Map.of("stories", stories.size(), "people", people.size());
    }

    /**
     * The ways by which somebody is more often right than by guessing: by an id once is enough, for
     * no id stands anywhere by chance.
     *
     * @param truth whom each story is about; what is claimed of others is not looked at
     */
    Set<Way> ways(Map<String, Set<String>> truth) {
        var ways = new TreeSet<Way>();
        for (var way : Way.values()) {
            var claims =
                    switch (way) {
                        case ID -> byIds();
                        case MOMENT -> byMoments();
                        case FACTS -> byFacts();
                        case ORDER -> byOrder();
                    };
            claims.removeIf(claim -> !truth.containsKey(claim.story));
            long right =
                    claims.stream()
                            .filter(
                                    claim ->
                                            truth.getOrDefault(claim.story, Set.of())
                                                    .contains(claim.person))
                            .count();
            if (right > 0 && (way == Way.ID || chance(right, claims.size()) < RARE)) {
                ways.add(way);
            }
        }
        return ways;
    }

    /** How probable it is that who guesses is right as often as that, or more often. */
    private double chance(long right, int claims) {
        double hit = 1.0 / people.size();
        double fewer = 0;
        double exactly = Math.pow(1 - hit, claims);
        for (int k = 0; k < right; k++) {
            fewer += exactly;
            exactly *= (claims - k) * hit / ((k + 1) * (1 - hit));
        }
        return 1 - fewer;
    }

    /** Ids that stand on the topic of stories and on another one, whatever they are of. */
    Set<String> sharedIds() {
        var shared = ids(ofStories.stream());
        shared.retainAll(ids(others.stream()));
        return shared;
    }

    /** Whether an id stands anywhere. */
    boolean hears(String id) {
        return ids(Stream.concat(ofStories.stream(), others.stream())).contains(id);
    }

    /** Whoever shares an id with a story, and alone. */
    private Set<Claim> byIds() {
        return only(messages -> ids(messages.stream()));
    }

    /** Whoever did something in a second in which something was done for a story, and alone. */
    private Set<Claim> byMoments() {
        return only(Join::seconds);
    }

    /** Claims of each thing that a story has and exactly one person. */
    private Set<Claim> only(Function<List<Heard>, Set<String>> things) {
        var holders = new HashMap<String, List<String>>();
        people.forEach(
                (person, messages) ->
                        things.apply(messages)
                                .forEach(
                                        thing ->
                                                holders.computeIfAbsent(
                                                                thing, _ -> new ArrayList<>())
                                                        .add(person)));
        var claims = new HashSet<Claim>();
        stories.forEach(
                (story, messages) ->
                        things.apply(messages).stream()
                                .map(thing -> holders.getOrDefault(thing, List.of()))
                                .filter(several -> several.size() == 1)
                                .forEach(one -> claims.add(new Claim(story, one.getFirst()))));
        return claims;
    }

    /** The one person to whom everything fits that a story and people can have in common. */
    private Set<Claim> byFacts() {
        var known = new HashMap<String, Set<String>>();
        people.forEach((person, messages) -> known.put(person, facts(messages)));
        var claims = new HashSet<Claim>();
        stories.forEach(
                (story, messages) -> {
                    var told = facts(messages);
                    told.removeIf(
                            fact -> known.values().stream().noneMatch(one -> one.contains(fact)));
                    var fitting =
                            known.entrySet().stream()
                                    .filter(one -> one.getValue().containsAll(told))
                                    .toList();
                    if (!told.isEmpty() && fitting.size() == 1) {
                        claims.add(new Claim(story, fitting.getFirst().getKey()));
                    }
                });
        return claims;
    }

    /** The first on a partition with the first on the partition of the same number, and so on. */
    private Set<Claim> byOrder() {
        var storiesOn = inOrder(stories);
        var peopleOn = inOrder(people);
        var claims = new HashSet<Claim>();
        storiesOn.forEach(
                (partition, several) -> {
                    var partners = peopleOn.getOrDefault(partition, List.of());
                    for (int i = 0; i < Math.min(several.size(), partners.size()); i++) {
                        claims.add(new Claim(several.get(i), partners.get(i)));
                    }
                });
        return claims;
    }

    private static Map<Integer, List<String>> inOrder(Map<String, List<Heard>> things) {
        var partitions = new HashMap<Integer, List<String>>();
        things.forEach(
                (thing, messages) ->
                        messages.stream()
                                .filter(
                                        heard ->
                                                heard.topic().equals(STORIES)
                                                        || heard.key().equals(thing))
                                .findFirst()
                                .ifPresent(
                                        heard ->
                                                partitions
                                                        .computeIfAbsent(
                                                                heard.partition(),
                                                                _ -> new ArrayList<>())
                                                        .add(thing)));
        return partitions;
    }

    /**
     * What is told of each of some people and of nobody else: by it they are known.
     *
     * @param some whom somebody knows already and looks for more of
     */
    Set<String> distinguishing(Set<String> some) {
        var common = new TreeSet<String>();
        some.stream().limit(1).forEach(one -> common.addAll(traits(one)));
        some.forEach(one -> common.retainAll(traits(one)));
        people.keySet().stream()
                .filter(one -> !some.contains(one))
                .forEach(one -> common.removeAll(traits(one)));
        return common;
    }

    /**
     * What is told of one person in another form than of anybody else, whatever it says: by it she
     * is known, if nobody else is as she is.
     *
     * @param besides who may be told of in the same form
     */
    Set<String> peculiar(String person, Set<String> besides) {
        var forms = forms(person);
        people.keySet().stream()
                .filter(one -> !one.equals(person) && !besides.contains(one))
                .forEach(one -> forms.removeAll(forms(one)));
        return forms;
    }

    /** Types, headers, names, and numbers that are left out. */
    private Set<String> forms(String person) {
        var forms = new TreeSet<String>();
        for (var heard : people.getOrDefault(person, List.of())) {
            forms.add(heard.type());
            heard.headers().keySet().forEach(header -> forms.add("header " + header));
            named(heard.value(), "").map(Named::name).forEach(forms::add);
        }
        sequences(person)
                .forEach(
                        (source, numbers) -> {
                            long last = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
                            if (last != numbers.size()) {
                                forms.add("a gap in " + kind(source));
                            }
                        });
        return forms;
    }

    private Set<String> traits(String person) {
        var traits = forms(person);
        for (var heard : people.getOrDefault(person, List.of())) {
            named(heard.value(), "")
                    .map(one -> one.name + "=" + one.value)
                    .filter(text -> !ID.matcher(text).find())
                    .forEach(traits::add);
        }
        sequences(person)
                .forEach((source, numbers) -> traits.add(numbers.size() + " of " + kind(source)));
        return traits;
    }

    private Map<String, Set<Long>> sequences(String person) {
        var sequences = new HashMap<String, Set<Long>>();
        for (var heard : people.getOrDefault(person, List.of())) {
            sequences
                    .computeIfAbsent(heard.source(), _ -> new HashSet<>())
                    .add(Long.parseLong(heard.headers().getOrDefault(EventEnvelope.SEQUENCE, "0")));
        }
        return sequences;
    }

    private static String kind(String source) {
        return source.replaceAll("/[^/]*$", "");
    }

    private record Named(String name, String value) {}

    private static Stream<Named> named(JsonNode node, String name) {
        if (node.isObject()) {
            return node.propertyStream()
                    .flatMap(one -> named(one.getValue(), name + "/" + one.getKey()));
        }
        return leaves(node).map(leaf -> new Named(name, leaf.asString("")));
    }

    /** In the key, the value and the headers but for the sequence, which is a number. */
    private static Set<String> ids(Stream<Heard> messages) {
        return messages.flatMap(
                        heard ->
                                Stream.concat(
                                        Stream.of(heard.key(), heard.value().toString()),
                                        heard.headers().entrySet().stream()
                                                .filter(
                                                        one ->
                                                                !one.getKey()
                                                                        .equals(
                                                                                EventEnvelope
                                                                                        .SEQUENCE))
                                                .map(Map.Entry::getValue)))
                .flatMap(text -> ID.matcher(text).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** When it was decided, when it was sent, and every moment that it tells. */
    private static Set<String> seconds(List<Heard> messages) {
        var seconds = new HashSet<String>();
        for (var heard : messages) {
            seconds.add("" + heard.at() / SECOND);
            Stream.concat(
                            Stream.of(heard.headers().getOrDefault(EventEnvelope.TIME, "")),
                            leaves(heard.value()).map(leaf -> leaf.asString("")))
                    .flatMap(Join::moment)
                    .forEach(moment -> seconds.add("" + moment.getEpochSecond()));
        }
        return seconds;
    }

    private static Stream<Instant> moment(String text) {
        try {
            return Stream.of(Instant.parse(text));
        } catch (DateTimeException none) {
            return Stream.empty();
        }
    }

    /** Words and numbers, places as coarse as stories have them too, and foreign headers. */
    private static Set<String> facts(List<Heard> messages) {
        var facts = new HashSet<String>();
        for (var heard : messages) {
            leaves(heard.value())
                    .map(leaf -> leaf.asString(""))
                    .filter(text -> !ID.matcher(text).find())
                    .forEach(
                            text -> {
                                facts.add(text);
                                var district = DISTRICT.matcher(text);
                                if (district.matches()) {
                                    facts.add(district.group(1));
                                }
                            });
            heard.headers()
                    .forEach(
                            (name, text) -> {
                                if (!HEADERS.contains(name)) {
                                    facts.add(text);
                                }
                            });
        }
        return facts;
    }

    private static Stream<JsonNode> leaves(JsonNode node) {
        return node.isValueNode() ? Stream.of(node) : node.valueStream().flatMap(Join::leaves);
    }
}
