package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.kit.test.Traces;
import org.junit.jupiter.api.Test;

/**
 * Whatever the marked people have said, done and written is nowhere to be read but where it must
 * be.
 */
interface NothingPersonalIsFound {

    @Test
    default void what_is_personal_is_answered_to_those_who_have_a_right_to_it_and_to_nobody_else() {
        assertThat(WholeSystemIT.seen)
                .as("without a right")
                .filteredOn(one -> MarkedPeople.RIGHTS.stream().noneMatch(r -> r.allows(one)))
                .isEmpty();
        assertThat(MarkedPeople.RIGHTS)
                .as("of which nobody makes use")
                .filteredOn(right -> WholeSystemIT.seen.stream().noneMatch(right::allows))
                .isEmpty();
        assertThat(WholeSystemIT.seen)
                .as("what a camera has written, which nobody keeps")
                .filteredOn(one -> one.what().endsWith("/metadata"))
                .isEmpty();
    }

    /** Also what is done and refused is answered, and what was read before it was destroyed. */
    @Test
    default void no_answer_on_the_way_tells_what_is_personal_to_who_has_no_right_to_it_then() {
        var all = WholeSystemIT.DESK.seen();
        var rights =
                Stream.concat(MarkedPeople.RIGHTS.stream(), MarkedPeople.ENDED.stream()).toList();

        assertThat(all).containsAll(WholeSystemIT.seen);
        assertThat(all)
                .as("without a right")
                .filteredOn(one -> rights.stream().noneMatch(right -> right.allows(one)))
                .isEmpty();
        assertThat(MarkedPeople.ENDED)
                .as("of which nobody makes use")
                .filteredOn(right -> all.stream().noneMatch(right::allows))
                .isEmpty();
    }

    /** Or nobody would have looked whether something personal stands there. */
    @Test
    default void whatever_can_be_read_was_read_by_somebody() {
        assertThat(WholeSystemIT.MARKED.unanswered()).isEmpty();
    }

    @Test
    default void nothing_personal_lies_open_in_any_disguise_wherever_one_looks() {
        var words = new HashSet<>(WholeSystemIT.stranger.refused());
        words.addAll(WholeSystemIT.stranger.accepted());
        assertThat(WholeSystemIT.stranger.refused()).hasSizeGreaterThan(500);
        assertThat(WholeSystemIT.stranger.accepted()).isNotEmpty();

        assertThat(traces(WholeSystemIT.MARKED.markers().traces(words))).isEmpty();
        assertThat(WholeSystemIT.MARKED.mails()).isEmpty();
    }

    /** Or it could lie open without being found. */
    @Test
    default void whatever_the_data_map_says_is_sealed_held_something_that_was_looked_for() {
        var map = SealedFields.ofTheMap();
        var fields = WholeSystemIT.MARKED.markers().fields();

        assertThat(SealedFields.withoutAMarker(map, fields)).isEmpty();
        assertThat(WholeSystemIT.MARKED.sent())
                .containsAll(
                        fields.stream()
                                .filter(one -> !SealedFields.COMES_OTHERWISE.contains(one))
                                .toList());
    }

    /** Or nothing could be found there. */
    @Test
    default void there_is_something_wherever_one_looks() {
        assertThat(WholeSystemIT.MARKED.metrics())
                .contains("http_server_requests", "homeward_command", "\"status\"");
        assertThat(WholeSystemIT.MARKED.mailedTo()).contains("M/person/email", "staff/email");
        var services =
                Contract.SERVICES.stream()
                        .map(one -> one.toLowerCase(Locale.ROOT) + "-service")
                        .toList();
        var spans = Traces.asWritten(services).below(WholeSystemIT.SPANS.folder());
        assertThat(spans)
                .containsExactlyInAnyOrderElementsOf(
                        services.stream().map(one -> one + " in spans").toList());
        var said = Traces.asWritten(Set.of("exception.message", "exception.stacktrace"));
        assertThat(said.below(WholeSystemIT.SPANS.folder())).isEmpty();
    }

    /** Wherever something may lie. */
    private static Set<String> traces(Traces traces) {
        var found = new TreeSet<String>();
        found.addAll(traces.below(WholeSystemIT.SYSTEM.state().resolve("data")));
        found.addAll(traces.below(WholeSystemIT.SYSTEM.state().resolve("logs")));
        found.addAll(traces.below(WholeSystemIT.SPANS.folder()));
        found.addAll(traces.inDatabases(WholeSystemIT.SYSTEM.mongodb()));
        found.addAll(traces.inTopics(Topics.everyMessage(WholeSystemIT.SYSTEM.port("KAFKA"))));
        traces.in(WholeSystemIT.MARKED.metrics())
                .forEach(word -> found.add(word + " in the metrics"));
        return found;
    }

    @Test
    default void what_is_planted_is_found_in_every_place_and_in_every_disguise() throws Exception {
        var word = "Ҷазнамунаӣ"; // and as others would write it, by hand
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        var disguises =
                Map.ofEntries(
                        Map.entry("as it is", bytes),
                        Map.entry("small", "ҷазнамунаӣ".getBytes(StandardCharsets.UTF_8)),
                        Map.entry("large", "ҶАЗНАМУНАӢ".getBytes(StandardCharsets.UTF_8)),
                        Map.entry("Latin", "Jaznamunai".getBytes(StandardCharsets.UTF_8)),
                        Map.entry("Russian", "джазнамунаи".getBytes(StandardCharsets.UTF_8)),
                        Map.entry("UTF-16LE", word.getBytes(StandardCharsets.UTF_16LE)),
                        Map.entry("UTF-16BE", word.getBytes(StandardCharsets.UTF_16BE)),
                        Map.entry("hexadecimal", ascii(HexFormat.of().formatHex(bytes))),
                        Map.entry("base64", base64("", word)),
                        Map.entry("base64 after one", base64("1", word)),
                        Map.entry("base64 after two", base64("12", word)),
                        Map.entry(
                                "in an address",
                                ascii(URLEncoder.encode(word, StandardCharsets.UTF_8))),
                        Map.entry(
                                "in JSON",
                                ascii(
                                        "\\u04b6\\u0430\\u0437\\u043d\\u0430\\u043c"
                                                + "\\u0443\\u043d\\u0430\\u04e3")));
        var traces = Traces.inAnyDisguise(Set.of(word));
        assertThat(traces(traces)).isEmpty();
        var expected = new ArrayList<String>();
        var logs = WholeSystemIT.SYSTEM.state().resolve("logs");
        try (var mongo = MongoClients.create(WholeSystemIT.SYSTEM.mongodb())) {
            for (var planted : disguises.entrySet()) {
                var how = planted.getKey();
                assertThat(traces.in(planted.getValue())).as(how).containsExactly(word);
                mongo.getDatabase("planted")
                        .getCollection(how)
                        .withWriteConcern(WriteConcern.JOURNALED)
                        .insertOne(new Document("name", new Binary(planted.getValue())));
                expected.add(word + " in planted." + how);
                Files.write(logs.resolve(how + ".log"), planted.getValue());
                expected.add(word + " in " + how + ".log");
            }
        }
        for (var topic : plantInTopics(bytes)) {
            expected.add(word + " in " + topic);
            expected.add(word + " in kafka/logs/" + topic + "-0/00000000000000000000.log");
        }

        var found = traces(traces);

        assertThat(found).containsAll(expected);
        assertThat(found).anyMatch(one -> one.startsWith(word + " in mongodb/"));
    }

    /** On three topics, in another part of a message each. */
    private static List<String> plantInTopics(byte[] plain)
            throws ExecutionException, InterruptedException {
        var topics = List.of("planted.key", "planted.value", "planted.header");
        var blank = ascii("-");
        var servers =
                Map.<String, Object>of(
                        "bootstrap.servers", "127.0.0.1:" + WholeSystemIT.SYSTEM.port("KAFKA"));
        try (var admin = Admin.create(servers);
                var producer =
                        new KafkaProducer<>(
                                servers, new ByteArraySerializer(), new ByteArraySerializer())) {
            admin.createTopics(
                            topics.stream()
                                    .map(topic -> new NewTopic(topic, 1, (short) 1))
                                    .toList())
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(topics.get(0), 0, plain, blank)).get();
            producer.send(new ProducerRecord<>(topics.get(1), 0, blank, plain)).get();
            var header = new RecordHeader("name", plain);
            producer.send(new ProducerRecord<>(topics.get(2), 0, blank, blank, List.of(header)))
                    .get();
        }
        return topics;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] base64(String before, String word) {
        return Base64.getEncoder().encode((before + word + ".").getBytes(StandardCharsets.UTF_8));
    }
}
