package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Decimal128;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.Partitions;
import org.homeward.kit.test.Traces;
import org.homeward.system.Body.Flaw;
import org.homeward.system.Join.Way;
import org.homeward.system.MarkedPeople.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Who looks for what must not be there finds it where it is put. */
class PlantedTest {

    private static final String WORD = "Ҷазнамунаӣ";
    private static final int PEOPLE = 12;

    private final Traces traces = Traces.inAnyDisguise(Set.of(WORD));

    @Test
    void a_plain_field_in_a_file_is_found(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("sealed"), "kept under a key");
        assertThat(traces.below(folder)).isEmpty();

        Files.writeString(folder.resolve("plain"), "{\"family\":\"Ҷазнамунаӣ\"}");

        assertThat(traces.below(folder)).containsExactly(WORD + " in plain");
    }

    @Test
    void a_plain_field_in_any_part_of_a_message_is_found() {
        var nothing = "-".getBytes(StandardCharsets.UTF_8);
        var word = WORD.getBytes(StandardCharsets.UTF_8);
        assertThat(traces.in(new ConsumerRecord<>("t", 0, 0, nothing, nothing))).isEmpty();

        var header = new ConsumerRecord<>("t", 0, 0, nothing, nothing);
        header.headers().add(new RecordHeader("name", word));
        for (var planted :
                List.of(
                        new ConsumerRecord<>("t", 0, 0, word, nothing),
                        new ConsumerRecord<>("t", 0, 0, nothing, word),
                        header)) {
            assertThat(traces.in(planted)).containsExactly(WORD);
        }
    }

    @Test
    void a_telephone_number_is_found_as_it_is_written_and_as_its_digits() {
        var number = "+992 93 718 29 46";
        var marks = Traces.inAnyDisguise(Set.of(number, "937182946"));

        assertThat(marks.in("phones=[+992 93 718 29 46]")).containsExactly(number);
        assertThat(marks.in("992937182946")).containsExactly("937182946");
    }

    @Test
    void a_sum_and_a_day_are_found_as_a_database_keeps_them_and_as_people_write_them() {
        var marks = Traces.inAnyDisguise(Set.of("7919.37", "1983-08-29"));
        var codecs = MongoClientSettings.getDefaultCodecRegistry();
        var midnight = LocalDate.parse("1983-08-29").atStartOfDay(ZoneOffset.UTC).toInstant();

        for (var sum : List.of("7919.37", 7919.37, Decimal128.parse("7919.37"), "7919,37")) {
            var document =
                    new RawBsonDocument(new Document("income", sum), codecs.get(Document.class));
            assertThat(marks.in(document.getByteBuffer().array()))
                    .as("" + sum)
                    .containsExactly("7919.37");
        }
        for (var day :
                List.of("1983-08-29", new BsonDateTime(midnight.toEpochMilli()), "29.08.1983")) {
            var document =
                    new RawBsonDocument(new Document("birth", day), codecs.get(Document.class));
            assertThat(marks.in(document.getByteBuffer().array()))
                    .as("" + day)
                    .containsExactly("1983-08-29");
        }
    }

    @Test
    void a_photograph_is_found_by_its_pixels_and_by_what_stands_beside_them() throws IOException {
        var photograph = Photograph.of(7, "Аксбардораш Ҷазнамунаӣ аст");
        var file = photograph.content();
        assertThat(ImageIO.read(new ByteArrayInputStream(file))).isNotNull();
        var both = Traces.inAnyDisguise(Set.of(WORD), Map.of("pixels", Photograph.mark(file)));

        assertThat(both.in(file)).containsExactlyInAnyOrder(WORD, "pixels");
        for (var before : List.of("", "1", "12")) {
            var joined = new ByteArrayOutputStream();
            joined.writeBytes(before.getBytes(StandardCharsets.UTF_8));
            joined.writeBytes(file);
            assertThat(both.in(Base64.getEncoder().encode(joined.toByteArray())))
                    .containsExactlyInAnyOrder(WORD, "pixels");
        }
        assertThat(both.in(HexFormat.of().formatHex(file)))
                .containsExactlyInAnyOrder(WORD, "pixels");
        assertThat(both.in(Photograph.of(8, "").content())).isEmpty();
    }

    @Test
    void a_plain_field_in_a_trace_that_is_sent_to_a_collector_is_found() throws Exception {
        try (var spans = new Spans();
                var http = HttpClient.newHttpClient()) {
            for (var name : List.of("GET /api/v1/beneficiaries/{id}", WORD)) {
                assertThat(traces.below(spans.folder())).isEmpty();
                var sent =
                        HttpRequest.newBuilder(URI.create(spans.address()))
                                .POST(BodyPublishers.ofString(name))
                                .build();
                assertThat(http.send(sent, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
            }

            assertThat(traces.below(spans.folder())).containsExactly(WORD + " in spans");
        }
    }

    @Test
    void a_sealed_field_of_which_nobody_holds_a_marker_is_missed() {
        var map = SealedFields.ofTheMap();
        var fields = new Markers().fields();
        assertThat(map).hasSizeGreaterThan(60);
        assertThat(SealedFields.ofNoField(map)).isEmpty();
        // the service draws it when the webhook is registered
        assertThat(SealedFields.withoutAMarker(map, fields))
                .containsExactly("webhooks: endpoint.keys.secret");

        var more = new HashSet<>(map);
        more.add("grants: visits.report.photograph");
        assertThat(SealedFields.withoutAMarker(more, fields))
                .contains("grants: visits.report.photograph");
        fields.remove("M/visits/3/incomeNow/amount");
        assertThat(SealedFields.withoutAMarker(map, fields))
                .contains("grants: visits.report.incomeNow.amount");
    }

    @Test
    void what_is_answered_to_somebody_without_a_right_is_a_leak() {
        var file = "/api/v1/beneficiaries/{id}";

        assertThat(hasARight(new Seen("case-worker", file, "M/person/name/family"))).isTrue();
        assertThat(hasARight(new Seen("auditor", file, "M/person/name/family"))).isFalse();
        assertThat(hasARight(new Seen("case-worker-2", file, "N/person/phones/0"))).isFalse();
        assertThat(hasARight(new Seen("case-worker", file, "O/person/name/family"))).isFalse();
        var scan = "/api/v1/evidence/{id}/content";
        assertThat(hasARight(new Seen("case-worker", scan, "N/evidence/kept"))).isTrue();
        assertThat(hasARight(new Seen("case-worker", scan, "N/evidence/metadata"))).isFalse();
        assertThat(hasARight(new Seen("case-worker", scan, "N/evidence/sent"))).isFalse();
    }

    @Test
    void whatever_is_answered_to_whatever_is_asked_is_held_against_the_rights() throws Exception {
        var system = new LocalSystem(1, Map.of());
        var answer = "{\"title\":\"%s\"}".formatted("Ҷазхағӯрам").getBytes(StandardCharsets.UTF_8);
        var stories =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), system.port("STORY")),
                        0);
        stories.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(409, answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
        stories.start();
        var story = "http://127.0.0.1:" + system.port("STORY") + "/api/v1/stories/1";
        try (var desk = new Desk(system);
                var switchboard = new Switchboard(desk)) {
            var nobody = HttpRequest.newBuilder(URI.create(story)).build();
            var review =
                    HttpRequest.newBuilder(URI.create(story + "/content-review"))
                            .header("Authorization", "Bearer " + token("communications-lead"))
                            .POST(BodyPublishers.noBody())
                            .build();
            desk.send(review);
            desk.bytes(nobody);
            try (var through =
                    HttpClient.newBuilder()
                            .proxy(ProxySelector.of(switchboard.address()))
                            .build()) {
                var change =
                        HttpRequest.newBuilder(URI.create(story))
                                .header("Authorization", "Bearer " + token("story-editor"))
                                .PUT(BodyPublishers.noBody())
                                .build();
                assertThat(through.send(change, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(409);
            }

            var family = "M/person/name/family";
            assertThat(desk.seen())
                    .containsExactlyInAnyOrder(
                            new Seen(
                                    "communications-lead",
                                    "POST /api/v1/stories/{id}/content-review",
                                    family),
                            new Seen("", "/api/v1/stories/{id}", family),
                            new Seen("story-editor", "PUT /api/v1/stories/{id}", family))
                    .noneMatch(PlantedTest::hasARight);
        } finally {
            stories.stop(0);
        }
    }

    private static String token(String subject) {
        var claims = JsonMapper.shared().writeValueAsBytes(Map.of("sub", subject));
        return "-." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims) + ".-";
    }

    private static boolean hasARight(Seen seen) {
        return MarkedPeople.RIGHTS.stream().anyMatch(right -> right.allows(seen));
    }

    @Test
    void an_answer_that_is_not_as_described_is_a_fault() {
        var descriptions = new Descriptions();
        var erasures =
                Contract.all().stream()
                        .filter(one -> one.path().equals("/api/v1/erasures"))
                        .findAny()
                        .orElseThrow();
        var json = "application/json";

        assertThat(descriptions.faults(erasures, 200, json, "{\"items\":[],\"next\":null}"))
                .isEmpty();
        assertThat(descriptions.faults(erasures, 200, json, "{\"items\":7}")).isNotEmpty();
        assertThat(descriptions.faults(erasures, 200, json, "{\"items\":[],\"name\":\"-\"}"))
                .isNotEmpty();
        assertThat(
                        descriptions.faults(
                                erasures,
                                200,
                                json,
                                "{\"items\":[{\"id\":\"1\",\"state\":\"ASKED\"}]}"))
                .isNotEmpty();
        assertThat(descriptions.faults(erasures, 200, "text/html", "")).hasSize(1);
        assertThat(descriptions.faults(erasures, 418, json, "{}")).hasSize(1);
    }

    @Test
    void what_auditors_find_can_be_had_as_a_table_in_each_service_and_nothing_else() {
        var tables = Contract.all().stream().filter(Contract::isTable).toList();

        assertThat(tables)
                .hasSize(2 * Contract.SERVICES.size())
                .allMatch(one -> one.path().matches("/ops/v1/audit/(changes|reads)"))
                .allMatch(one -> one.announces(200, "application/json"))
                .allMatch(one -> one.announces(200, Contract.TABLE))
                .allMatch(one -> one.announces(406, "application/problem+json"))
                .noneMatch(one -> one.announces(406, Contract.TABLE));
    }

    @Test
    void a_wrong_request_is_refused_by_who_looked_at_it_and_not_by_who_counted_it() {
        for (int refused : List.of(400, 404, 409, 412, 413, 415, 422, 428)) {
            assertThat(Stranger.fault(refused, true)).as("" + refused).isEmpty();
        }
        assertThat(Stranger.fault(201, false)).isEmpty();
        assertThat(Stranger.fault(201, true)).contains("should be refused");
        for (var wrong : List.of(true, false)) {
            assertThat(Stranger.fault(429, wrong)).contains("was counted and not looked at");
            assertThat(Stranger.fault(500, wrong)).contains("is no answer");
            assertThat(Stranger.fault(503, wrong)).contains("is no answer");
        }
    }

    @Test
    void a_right_body_and_a_wrong_one_can_be_drawn_by_each_description() {
        var random = new Random(1);
        for (var contract : Contract.all()) {
            contract.schema()
                    .ifPresent(
                            schema -> {
                                var right = new Body(contract, schema, random, "mark");
                                assertThat(right.right()).as(contract.toString()).isNotEmpty();
                                assertThat(right.with(Flaw.EMPTY)).contains("");
                            });
        }
    }

    @Test
    void a_right_text_is_as_long_as_its_description_wants_it() {
        var opening =
                Contract.all().stream()
                        .filter(one -> one.isAt("BENEFICIARY", "POST", "/api/v1/file-openings"))
                        .findAny()
                        .orElseThrow();
        var random = new Random(1);
        for (int i = 0; i < 50; i++) {
            var body = new Body(opening, opening.schema().orElseThrow(), random, "mark");
            var reason = JsonMapper.shared().readTree(body.right()).path("reason").asString();
            assertThat(reason).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void a_story_that_is_linked_to_its_person_is_joined_and_no_other_is() {
        assertThat(waysAfter(told(), one -> one)).isEmpty();

        assertThat(waysAfter(told(), one -> one.saying("about", id("person", 0))))
                .containsExactly(Way.ID);
        assertThat(waysAfter(told(), one -> one.moved(moment(0) + 900)))
                .containsExactly(Way.MOMENT);
        assertThat(waysAfter(told(), one -> one.moved(moment(0) + 1001))).isEmpty();
        assertThat(waysAfter(told(), one -> one.moved(moment(1)))).isEmpty();
        var at = Instant.ofEpochMilli(moment(0));
        assertThat(waysAfter(told(), one -> one.with("ce_time", at.toString())))
                .containsExactly(Way.MOMENT);
        var inAFeed = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
        assertThat(waysAfter(told(), one -> one.saying("page", "<x>" + inAFeed + "</x>")))
                .containsExactly(Way.MOMENT);
    }

    @Test
    void one_fact_that_fits_fewer_than_eleven_joins_and_what_fits_eleven_does_not() {
        for (int fitted : List.of(1, 2, 10)) {
            assertThat(waysAfter(fit(fitted), one -> one.saying("region", "TJ-GB")))
                    .as("" + fitted)
                    .containsExactly(Way.FACTS);
        }
        assertThat(waysAfter(fit(11), one -> one.saying("region", "TJ-GB"))).isEmpty();
        var sum = plant(told(), id("person", 0), one -> one.saying("amount", "18900.00"));
        for (var written : List.of("18900.00", "18 900", "18,900", "18900", "18\u00a0900")) {
            assertThat(waysAfter(sum, one -> one.saying("text", "Ба ӯ " + written + " сомонӣ")))
                    .as(written)
                    .containsExactly(Way.FACTS);
        }
        assertThat(waysAfter(sum, one -> one.saying("text", "118900 ва 1890"))).isEmpty();
    }

    @Test
    void what_is_claimed_wrongly_of_other_stories_hides_no_link() {
        var misled =
                plant(
                        plant(fit(1), id("person", 5), one -> one.saying("amount", "7777.00")),
                        id("story", 1),
                        one -> one.saying("text", "7777"));

        assertThat(waysAfter(misled, one -> one.saying("region", "TJ-GB")))
                .containsExactly(Way.FACTS);
    }

    @Test
    void a_story_that_lies_where_its_person_does_and_not_where_its_id_says_is_joined() {
        int hers = Partitions.partitionOf(UUID.fromString(id("person", 0)));
        assertThat(hers).isNotEqualTo(Partitions.partitionOf(UUID.fromString(id("story", 0))));

        assertThat(waysAfter(told(), one -> one.on(hers))).containsExactly(Way.PLACE);
    }

    @Test
    void a_story_of_which_as_much_is_told_as_of_its_person_alone_is_joined() {
        var told = new ArrayList<>(told());
        for (int i = 2; i <= 7; i++) {
            var more = EventEnvelope.sequenceText(i);
            for (var one : told()) {
                if (List.of(id("person", 0), id("story", 0)).contains(one.key())) {
                    told.add(one.with("ce_sequence", more).moved(one.at() + i));
                }
            }
        }
        var repeats = new ArrayList<>(told);
        told().stream().filter(one -> one.key().equals(id("story", 0))).forEach(repeats::add);

        assertThat(waysAfter(told, one -> one)).containsExactly(Way.COUNT);
        assertThat(waysAfter(repeats, one -> one)).containsExactly(Way.COUNT);
    }

    /** Of how many people it is told that they live in one region. */
    private static List<Heard> fit(int fitted) {
        var told = told();
        for (int i = 0; i < PEOPLE; i++) {
            var district = i < fitted ? "TJ-GB-DARVOZ" : "TJ-KT-SHAHRITUS";
            told = plant(told, id("person", i), one -> one.saying("district", district));
        }
        return told;
    }

    /** How the stories are joined when one, which is about the first of the people, is changed. */
    private static Set<Way> waysAfter(List<Heard> told, UnaryOperator<Heard> otherwise) {
        var truth =
                Map.of(
                        id("story", 0), Set.of(id("person", 0)),
                        id("story", 1), Set.of(id("person", 1)));
        return new Join(plant(told, id("story", 0), otherwise)).ways(truth);
    }

    @Test
    void who_alone_is_told_of_in_another_form_is_known_by_it() {
        var person = id("person", 3);
        assertThat(new Join(told()).peculiar(person, Set.of(person))).isEmpty();

        assertThat(
                        new Join(plant(told(), person, one -> one.saying("clinic", "YES")))
                                .peculiar(person, Set.of(person)))
                .containsExactly("/clinic");
    }

    @Test
    void who_alone_have_an_id_in_common_are_known_by_it() {
        var some = List.of(id("person", 3), id("person", 5));
        var another = id("person", 7);
        var theirs = id("worker", 1);
        var owned = told();
        for (int i = 0; i < PEOPLE; i++) {
            owned = plant(owned, id("person", i), one -> one.saying("owner", id("worker", 0)));
        }
        var marked = owned;
        var traced = owned;
        for (var person : some) {
            marked = plant(marked, person, one -> one.saying("owner", theirs));
            traced = plant(traced, person, one -> one.with("ce_traceparent", "00-" + theirs));
        }

        assertThat(known(owned, some)).isEmpty();
        assertThat(known(marked, some)).containsExactlyInAnyOrder("/owner=" + theirs, theirs);
        assertThat(known(traced, some)).contains(theirs);
        var also = plant(marked, another, one -> one.saying("owner", theirs));
        assertThat(known(also, some)).isEmpty();
        var otherwise = plant(marked, another, one -> one.saying("assessor", theirs));
        assertThat(known(otherwise, some)).containsExactly("/owner=" + theirs);
    }

    private static Set<String> known(List<Heard> told, List<String> some) {
        return new Join(told).distinguishing(Set.copyOf(some));
    }

    /** People who register one after the other, and two of whom stories are told much later. */
    private static List<Heard> told() {
        var told = new ArrayList<Heard>();
        for (int i = 0; i < PEOPLE; i++) {
            told.add(heard("homeward.beneficiary.v1", "beneficiary", id("person", i), moment(i)));
        }
        for (int i = 0; i < 2; i++) {
            told.add(
                    heard("homeward.story.v1", "story", id("story", i), moment(PEOPLE + i))
                            .saying("kind", "STORY"));
        }
        return told;
    }

    private static Heard heard(String topic, String name, String id, long at) {
        var value = JsonMapper.shared().createObjectNode().put(name, id);
        var headers = Map.of("ce_source", "/" + name + "/" + id, "ce_sequence", "1");
        int partition = Partitions.partitionOf(UUID.fromString(id));
        return new Heard(topic, partition, at, id, headers, value);
    }

    private static long moment(int number) {
        return 1_800_000_000_000L + number * 60_000L;
    }

    private static String id(String what, int number) {
        return UUID.nameUUIDFromBytes((what + number).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static List<Heard> plant(List<Heard> told, String of, UnaryOperator<Heard> otherwise) {
        return told.stream().map(one -> one.key().equals(of) ? otherwise.apply(one) : one).toList();
    }
}
