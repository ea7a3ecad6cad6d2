package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.UuidRepresentation;
import org.homeward.kit.test.DataMap;
import org.junit.jupiter.api.Test;

class SealingTest {

    @Test
    void nothing_written_in_free_words_stands_readable_in_any_collection() {
        var sentBack = Cases.submitted();
        Staff.programmeManager().ifMatch(2).post(sentBack + "/revision", Bodies.revision());
        var application = Cases.voted(Cases.submitted(), "AGAINST");
        Staff.member(3).post(application + "/interests", Bodies.interest());
        var rejection =
                Staff.programmeManager()
                        .ifMatch(5)
                        .post(application + "/rejection", Bodies.rejection());
        assertThat(rejection.status()).as("%s", rejection).isEqualTo(200);

        var grant = Cases.granted(BeneficiaryService.consentingTailor(), Cases.fund("10000.00"));
        var items = Staff.grantOfficer().read(grant).json().path("items").findValuesAsString("id");
        Staff.grantOfficer()
                .ifMatch(1)
                .post(grant + "/items/" + items.get(1) + "/order", Bodies.order("10.00"));
        Staff.grantOfficer()
                .ifMatch(2)
                .post(grant + "/items/" + items.get(2) + "/cancellation", Bodies.reason());
        var receiver = Staff.of("receiver", "mission", List.of("grant-officer"), "*");
        receiver.ifMatch(3).post(grant + "/items/" + items.get(1) + "/receipt", null);
        var given =
                receiver.ifMatch(4)
                        .post(
                                grant + "/items/" + items.get(1) + "/handover",
                                Bodies.handover("JUKI-8700-1", "JUKI-8700-2"));
        assertThat(given.status()).as("%s", given).isEqualTo(200);

        var everything = everythingStored();

        assertThat(everything)
                .as("what is not sealed is seen, inside the bytes of an event too")
                .contains("application.rejected", "application.revision-requested")
                .contains("purchase.given", "purchase.cancelled")
                .contains("\"application\":\"" + Cases.idOf(application));
        assertThat(everything)
                .doesNotContain(
                        Bodies.ACTIVITY,
                        Bodies.ITEM,
                        "School uniforms",
                        "uncle's machine",
                        "Power cuts",
                        "same street",
                        "bazaar",
                        "neighbour",
                        "Usto Karim",
                        "needle plate",
                        "JUKI",
                        "aprons",
                        "summer");
    }

    @Test
    void nothing_stands_in_the_database_that_the_data_map_does_not_name() {
        Cases.granted(BeneficiaryService.consentingTailor(), Cases.fund("10000.00"));

        try (var client = MongoClients.create(settings())) {
            var database = client.getDatabase(RunningService.database());
            assertThat(DataMap.of("grant-service").unnamed(database)).isEmpty();
        }
    }

    @Test
    void a_read_of_an_application_is_recorded_with_its_purpose() {
        var tailor = BeneficiaryService.consentingTailor();
        var application = Cases.submitted(tailor, Cases.fund("10000.00"));

        Staff.member(1).with("Homeward-Purpose", "application-review").get(application);

        try (var client = MongoClients.create(settings())) {
            var reads =
                    client.getDatabase(RunningService.database())
                            .getCollection("access")
                            .find(new Document("records", Cases.idOf(application)))
                            .into(new ArrayList<>());
            assertThat(reads)
                    .singleElement()
                    .satisfies(
                            read ->
                                    assertThat(read)
                                            .containsAllEntriesOf(
                                                    Map.of(
                                                            "subject",
                                                            "member-1",
                                                            "purpose",
                                                            "application-review",
                                                            "type",
                                                            "application",
                                                            "records",
                                                            List.of(
                                                                    Cases.idOf(application),
                                                                    tailor))));
        }
    }

    @Test
    void what_a_grant_and_its_ledger_are_made_of_is_written_in_one_command() {
        var application = Cases.carried();
        var grant = Staff.programmeManager().ifMatch(4).post(application + "/approval", null).id();

        try (var client = MongoClients.create(settings())) {
            var journal = client.getDatabase(RunningService.database()).getCollection("journal");
            var made = Objects.requireNonNull(journal.find(new Document("_id.a", grant)).first());
            UUID command = made.get("fact", Document.class).get("command", UUID.class);
            assertThat(journal.find(new Document("fact.command", command)).into(new ArrayList<>()))
                    .extracting(entry -> entry.get("fact", Document.class).getString("type"))
                    .containsExactlyInAnyOrder("application", "fund", "grant");
        }
    }

    /** The very bytes: a text in a binary field is seen too. */
    private static String everythingStored() {
        var all = new StringBuilder();
        try (var client = MongoClients.create(settings())) {
            var database = client.getDatabase(RunningService.database());
            for (String name : database.listCollectionNames()) {
                for (var document : database.getCollection(name, RawBsonDocument.class).find()) {
                    var bytes = document.getByteBuffer();
                    all.append(StandardCharsets.UTF_8.decode(bytes.asNIO())).append('\n');
                }
            }
        }
        return all.toString();
    }

    private static MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(RunningService.mongoUri()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build();
    }
}
