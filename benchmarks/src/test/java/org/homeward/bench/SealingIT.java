package org.homeward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.homeward.bench.people.Crowd;
import org.homeward.bench.people.PeopleService;
import org.homeward.bench.people.PeopleService.Found;
import org.homeward.bench.report.Figure;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bench of sealing runs, and nobody is lost in its crowd or taken for another; how fast is
 * asked among a million alone.
 */
class SealingIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A million with -Pfull. */
    private static final int PEOPLE = Integer.getInteger("bench.people", 3_000);

    @Test
    void people_are_registered_read_listed_and_found_sealed_and_plain() {
        var report = Bench.seal(Size.among(PEOPLE), 42);

        report.figures()
                .forEach(
                        figure ->
                                System.out.printf(
                                        "%-22s %.1f %s %s%n",
                                        figure.name(),
                                        figure.ours(),
                                        figure.unit(),
                                        figure.spread().ours()));
        assertThat(report.figures())
                .extracting(Figure::name)
                .containsExactly(
                        "person.register",
                        "person.read",
                        "person.list",
                        "search.p50",
                        "search.p99",
                        "search.common.p50",
                        "search.common.p99",
                        "search.recall",
                        "search.recall.place",
                        "search.recall.moved",
                        "search.first",
                        "search.precision");
        assertThat(report.figures()).allSatisfy(figure -> assertThat(figure.ours()).isPositive());
        assertThat(report.figures().subList(0, 3))
                .allSatisfy(figure -> assertThat(figure.floor()).isPositive());
        assertThat(report.figures())
                .filteredOn(figure -> figure.goal() != null)
                .hasSize(PEOPLE < 1_000_000 ? 3 : 5)
                .allMatch(figure -> Boolean.TRUE.equals(figure.met()));
    }

    @Test
    void who_is_written_in_bulk_is_stored_read_listed_and_found_like_who_was_registered()
            throws Exception {
        var one = new Crowd(42).anybody();
        try (var ground = Ground.start(List.of());
                var service =
                        PeopleService.sealed(
                                Sealing.withTopics(ground, "people"), ground.issuer());
                var client =
                        MongoClients.create(
                                MongoClientSettings.builder()
                                        .applyConnectionString(
                                                new ConnectionString(ground.mongo("people")))
                                        .uuidRepresentation(UuidRepresentation.STANDARD)
                                        .build())) {
            var worker = service.worker("worker");
            var database = client.getDatabase("people");
            var registered = worker.register(worker.search(one), one);
            var indexes = indexes(database);
            UUID written;
            try (var filling = service.filling(1)) {
                written = filling.write(List.of(one)).getFirst();
            }

            assertThat(indexes(database)).isEqualTo(indexes);
            var files = database.getCollection("beneficiaries");
            assertThat(shape(files, written)).isEqualTo(shape(files, registered));
            var keys = client.getDatabase("people_vault").getCollection("keys");
            assertThat(shape(keys, written)).isEqualTo(shape(keys, registered));
            var rows = database.getCollection("lookup").find().into(new ArrayList<>());
            assertThat(rows).hasSizeGreaterThanOrEqualTo(10);
            assertThat(rows.stream().collect(Collectors.groupingBy(row -> row.get("token"))))
                    .allSatisfy((_, both) -> assertThat(both).hasSize(2));
            assertThat(rows).extracting(SealingIT::shape).containsOnly(shape(rows.getFirst()));

            assertThat(person(JSON.readTree(worker.read(written))))
                    .isEqualTo(person(JSON.readTree(worker.read(registered))));
            assertThat(JSON.readTree(worker.list(2)).path("items").valueStream())
                    .extracting(item -> item.path("id").asString())
                    .containsExactly(written.toString(), registered.toString());
            assertThat(worker.find(one))
                    .extracting(Found::file)
                    .containsExactlyInAnyOrder(written, registered);
        }
    }

    private static List<Document> indexes(MongoDatabase database) {
        return database.getCollection("lookup").listIndexes().into(new ArrayList<>());
    }

    private static Map<String, String> shape(MongoCollection<Document> collection, UUID id) {
        return shape(Objects.requireNonNull(collection.find(new Document("_id", id)).first()));
    }

    /** Every path with its type. */
    private static Map<String, String> shape(Document document) {
        var shape = new TreeMap<String, String>();
        document.forEach(
                (name, value) -> {
                    if (value instanceof Document inner) {
                        shape(inner).forEach((path, type) -> shape.put(name + "." + path, type));
                    } else {
                        shape.put(name, value.getClass().getSimpleName());
                    }
                });
        return shape;
    }

    private static JsonNode person(JsonNode file) {
        assertThat(file.path("person").isObject()).isTrue();
        return file.path("person");
    }
}
