package org.homeward.system;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.Partitions;
import org.homeward.contracts.Readers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who may read the topics of dashboards, and joins what stands there and on the public
 * site: which person is a story about, and who is protected?
 *
 * <p>One right claim is a link, whatever else is claimed wrongly, for a reader needs no more than
 * that. So a claim is made where a guess has no part in it, each way as it says there. Who tells a
 * story at all, and in which order stories follow each other, is left to staff.
 */
final class Join {

    private static final String STORIES = "homeward.story.v1";
    private static final long SECOND = 1000;

    /**
     * Whoever is among fewer is named by what fits them: cells under 11 are suppressed wherever
     * figures of people are told, and no story tells what fewer than 11 grants fit.
     */
    private static final int CROWD = 11;

    /** What is made for one thing and stands nowhere by chance: ids, hashes, traces. */
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}");

    private static final Pattern PLACE = Pattern.compile("(TJ-[A-Z]{2})(?:-[A-Z]+)?");

    /** As sums are told; smaller numbers stand in many a sentence. */
    private static final Pattern SUM =
            Pattern.compile("(?<![\\d.])\\d{1,3}(?:[ ,\\u00a0\\u202f]?\\d{3})+(?!\\d)|\\d{3,}");

    private static final Pattern MOMENT =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"
                            + "|[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} [0-9:]{8} (?:GMT|[+-]\\d{4})");

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

    /** How two things can be joined, and why it is no guess. */
    enum Way {
        /** Whoever shares an id with a story, and alone: no id stands anywhere by chance. */
        ID,

        /**
         * Whoever was told of nearest to something that was told of a story, and within a second.
         * The demo is done with people when their stories begin: chance has a part only where
         * something of a person is sent late, after its service was killed, and is then right once
         * in as many claims as there are people.
         */
        MOMENT,

        /** Whom a fact of a story fits, or all of them, where so few are fitted that it names. */
        FACTS,

        /**
         * Whoever lies on the partition of a story that lies elsewhere than its own id says. The
         * place that an id gives tells nothing which the id does not: it is left out, for by it one
         * in twelve would lie with her story.
         */
        PLACE,

        /**
         * Of whom as many events are told as of a story, of a kind or of all kinds, if nobody else
         * and no other story has that many: both are counted without repeats, so it is the same in
         * each run.
         */
        COUNT
    }

    /**
     * @param people of whom one has to be the one
     */
    private record Claim(String story, Set<String> people) {}

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
            if (List.of(STORIES, PublicSite.TOPIC).contains(heard.topic())) {
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
     * The ways by which somebody is found.
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
                        case PLACE -> byPlaces();
                        case COUNT -> byCounts();
                    };
            if (claims.stream().anyMatch(claim -> isRight(claim, truth))) {
                ways.add(way);
            }
        }
        return ways;
    }

    private static boolean isRight(Claim claim, Map<String, Set<String>> truth) {
        return truth.getOrDefault(claim.story, Set.of()).stream().anyMatch(claim.people::contains);
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

    private Set<Claim> byIds() {
        var holders = holders(messages -> ids(messages.stream()));
        return claims(
                messages ->
                        ids(messages.stream()).stream()
                                .map(id -> holders.getOrDefault(id, Set.of()))
                                .filter(several -> several.size() == 1));
    }

    private Set<Claim> byMoments() {
        var holders = new TreeMap<>(holders(Join::moments));
        return claims(
                messages ->
                        moments(messages).stream()
                                .map(moment -> nearest(holders, moment))
                                .filter(several -> several.size() == 1));
    }

    /** All who are as near as anybody is. */
    private static Set<String> nearest(NavigableMap<Long, Set<String>> holders, long moment) {
        var near = new TreeMap<Long, Set<String>>();
        for (var one :
                Stream.of(holders.floorEntry(moment), holders.ceilingEntry(moment))
                        .filter(Objects::nonNull)
                        .toList()) {
            near.computeIfAbsent(Math.abs(one.getKey() - moment), _ -> new HashSet<>())
                    .addAll(one.getValue());
        }
        return near.headMap(SECOND, true).values().stream().findFirst().orElse(Set.of());
    }

    private Set<Claim> byFacts() {
        var holders = holders(Join::facts);
        return claims(
                messages -> {
                    var fitting =
                            facts(messages).stream()
                                    .filter(holders::containsKey)
                                    .map(fact -> holders.getOrDefault(fact, Set.of()))
                                    .toList();
                    var fitsAll = new HashSet<>(people.keySet());
                    fitting.forEach(fitsAll::retainAll);
                    return Stream.concat(fitting.stream(), Stream.of(fitsAll))
                            .filter(_ -> !fitting.isEmpty())
                            .filter(several -> !several.isEmpty() && several.size() < CROWD);
                });
    }

    private Set<Claim> byPlaces() {
        var holders = holders(messages -> places(messages.stream()));
        var claims = new HashSet<Claim>();
        stories.forEach(
                (story, messages) -> {
                    int own = Partitions.partitionOf(UUID.fromString(story));
                    places(messages.stream().filter(one -> one.topic().equals(STORIES))).stream()
                            .filter(place -> place != own)
                            .map(place -> holders.getOrDefault(place, Set.of()))
                            .forEach(several -> claims.add(new Claim(story, several)));
                });
        return claims;
    }

    private static Set<Integer> places(Stream<Heard> messages) {
        return messages.map(Heard::partition).collect(Collectors.toSet());
    }

    private Set<Claim> byCounts() {
        var holders = holders(messages -> counts(messages).collect(Collectors.toSet()));
        var tellers = new HashMap<Integer, List<String>>();
        stories.forEach(
                (story, messages) ->
                        tellers.computeIfAbsent(total(messages), _ -> new ArrayList<>())
                                .add(story));
        var claims = new HashSet<Claim>();
        tellers.forEach(
                (count, several) ->
                        holders.entrySet().stream()
                                .filter(one -> one.getKey().count == count)
                                .map(Map.Entry::getValue)
                                .filter(one -> one.size() == 1 && several.size() == 1)
                                .forEach(one -> claims.add(new Claim(several.getFirst(), one))));
        return claims;
    }

    /** So many events of a kind, or of all. */
    private record Count(String kind, int count) {}

    private static Stream<Count> counts(List<Heard> messages) {
        var ofKinds = new HashMap<String, Integer>();
        sequences(messages)
                .forEach(
                        (source, numbers) ->
                                ofKinds.merge(kind(source), numbers.size(), Integer::sum));
        ofKinds.put("all", total(messages));
        return ofKinds.entrySet().stream().map(one -> new Count(one.getKey(), one.getValue()));
    }

    private static int total(List<Heard> messages) {
        return sequences(messages).values().stream().mapToInt(Set::size).sum();
    }

    /** Who has each of the things that people have. */
    private <T> Map<T, Set<String>> holders(Function<List<Heard>, Set<T>> things) {
        var holders = new HashMap<T, Set<String>>();
        people.forEach(
                (person, messages) ->
                        things.apply(messages)
                                .forEach(
                                        thing ->
                                                holders.computeIfAbsent(thing, _ -> new HashSet<>())
                                                        .add(person)));
        return holders;
    }

    private Set<Claim> claims(Function<List<Heard>, Stream<Set<String>>> named) {
        var claims = new HashSet<Claim>();
        stories.forEach(
                (story, messages) ->
                        named.apply(messages).forEach(one -> claims.add(new Claim(story, one))));
        return claims;
    }

    /**
     * What is told of each of some people and of nobody else: by it they are known. An id as well,
     * as of who works for them and for nobody else.
     *
     * @param some at least two, whom somebody knows already and looks for more of; so no id that is
     *     one person's own is what they have in common
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
        sequences(people.getOrDefault(person, List.of()))
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
        var messages = people.getOrDefault(person, List.of());
        traits.addAll(ids(messages.stream()));
        messages.stream()
                .flatMap(heard -> named(heard.value(), ""))
                .map(one -> one.name + "=" + one.value)
                .forEach(traits::add);
        sequences(messages)
                .forEach((source, numbers) -> traits.add(numbers.size() + " of " + kind(source)));
        return traits;
    }

    /** Of each source, its events by their numbers: who was killed may have sent one again. */
    private static Map<String, Set<Long>> sequences(List<Heard> messages) {
        var sequences = new HashMap<String, Set<Long>>();
        for (var heard : messages) {
            var number = heard.headers().get(EventEnvelope.SEQUENCE);
            if (number != null) {
                sequences
                        .computeIfAbsent(heard.source(), _ -> new HashSet<>())
                        .add(Long.parseLong(number));
            }
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

    /** When it was decided, when it was sent, and every moment that it tells, in milliseconds. */
    private static Set<Long> moments(List<Heard> messages) {
        var moments = new HashSet<Long>();
        for (var heard : messages) {
            moments.add(heard.at());
            Stream.concat(
                            Stream.of(heard.headers().getOrDefault(EventEnvelope.TIME, "")),
                            leaves(heard.value()).map(leaf -> leaf.asString("")))
                    .flatMap(text -> MOMENT.matcher(text).results())
                    .flatMap(found -> moment(found.group()))
                    .forEach(moment -> moments.add(moment.toEpochMilli()));
        }
        return moments;
    }

    private static Stream<Instant> moment(String text) {
        try {
            return Stream.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException none) {
            return Stream.empty();
        }
    }

    /**
     * Words, sums however they are written, places as coarse as stories have them too, and foreign
     * headers.
     */
    private static Set<String> facts(List<Heard> messages) {
        var facts = new HashSet<String>();
        for (var heard : messages) {
            leaves(heard.value())
                    .map(leaf -> leaf.asString(""))
                    .filter(text -> !ID.matcher(text).find())
                    .forEach(
                            text -> {
                                facts.add(text);
                                PLACE.matcher(text)
                                        .results()
                                        .forEach(
                                                place -> {
                                                    facts.add(place.group());
                                                    facts.add(place.group(1));
                                                });
                                SUM.matcher(text)
                                        .results()
                                        .map(sum -> sum.group().replaceAll("\\D", ""))
                                        .forEach(facts::add);
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
