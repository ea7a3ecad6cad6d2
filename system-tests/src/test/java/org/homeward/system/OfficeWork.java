package org.homeward.system;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What staff do about the marked people that no file of cases tells: what is refused, given back,
 * opened out of scope and erased, and the reasons that they write.
 */
final class OfficeWork {

    /** What is written, by the field that it is of. */
    static final Map<String, String> SENTENCES =
            Map.ofEntries(
                    Map.entry("reasons/voiding", "Дар ҷойи Ҷазвоидғуҳ."),
                    Map.entry("reasons/drop-out", "Ба Ҷазғайбақул рафт."),
                    Map.entry("reasons/retraction", "Аз тарси Ҷазбозғирум."),
                    Map.entry("N/opening/reason", "Ба беморхона омад, Ҷазҳомилумӣ аст."),
                    Map.entry("N/opening/note", "Бо Ҷазрохилуқӣ гап задам."),
                    Map.entry("M/spouse/proposal/activity", "Фурӯши Ҷазмирзоҳуқ."),
                    Map.entry("M/spouse/proposal/market", "Маҳаллаи Ҷазшоқилоҳ."),
                    Map.entry("M/spouse/proposal/experience", "Дар Ҷазвилоҳум буд."),
                    Map.entry("M/spouse/proposal/risks", "Қарзи Ҷазтуғирола."),
                    Map.entry("M/spouse/proposal/item", "Аробаи Ҷазҷуғовил"),
                    Map.entry("M/spouse/review/for", "Ҷазҳифзолум кафил аст."),
                    Map.entry("M/spouse/review/against", "Ҷазқабоҳил розӣ нест."),
                    Map.entry("M/spouse/review/interest", "Хеши Ҷазғунорақ ҳастам."),
                    Map.entry("M/spouse/decision/reason", "Аввал Ҷазлуқмоҳӣ ҳал шавад."),
                    Map.entry("N/evidence/metadata", "Сурати Ҷазвасиқалум, дар хонаи ӯ"),
                    Map.entry("N/items/serial-number", "jazraqamihuq"),
                    Map.entry("N/items/cancellation", "Аз Ҷазҳуморӣқ гирифт."),
                    Map.entry("N/items/supplier", "Дӯкони Ҷаззироғум"),
                    Map.entry("N/items/return", "Ба Ҷазкулоҳӣғ мувофиқ нест."),
                    Map.entry("returned/picture/metadata", "Аксбардораш Ҷазнигорандул"),
                    Map.entry("returned/disclosure-review", "Ҷазсуроқиҳ шинохта мешавад."),
                    Map.entry("returned/content-review", "Номи Ҷазпироҳуғ навишта шавад."));

    private static final int OK = 200;
    private static final String OFFICER = "grant-officer";
    private static final String FINANCE = "finance-officer";
    private static final String WORKER = "case-worker";
    private static final String PROTECTION_OFFICER = "data-protection-officer";
    static final String PROGRAMME = "MARKED-27";

    /** A programme that protects people, who must not be known by it. */
    static final String PROTECTIVE = "REFUGE-27";

    /** What N signed, and what is shown of a story, with what a camera has written beside it. */
    static final Photograph SCAN = Photograph.of(1, says("N/evidence/metadata"));

    static final Photograph PICTURE = Photograph.of(2, says("returned/picture/metadata"));

    private final LocalSystem system;
    private final Desk desk;

    OfficeWork(LocalSystem system, Desk desk) {
        this.system = system;
        this.desk = desk;
    }

    private static String id(String name) {
        return MarkedPeople.id(name);
    }

    private static String says(String field) {
        return Objects.requireNonNull(SENTENCES.get(field), field);
    }

    static Map<String, Object> because(String field) {
        return Map.of("reason", says(field));
    }

    /** One application that the committee does not carry, and one in which a member is involved. */
    void refuseAnApplication() {
        var refused = apply("M/spouse/application");
        vote(refused, "committee-1", "FOR", "M/spouse/review/for");
        long voted = vote(refused, "committee-2", "AGAINST", "M/spouse/review/against");
        act(
                "programme-manager",
                "GRANT",
                refused + "/rejection",
                voted,
                because("M/spouse/decision/reason"));
        var other = apply("M/spouse/application again");
        act(
                "committee-1",
                "GRANT",
                other + "/interests",
                null,
                because("M/spouse/review/interest"));
    }

    private String apply(String name) {
        var price = Map.of("amount", "300.00", "currency", "TJS");
        var item =
                Map.of(
                        "kind",
                        "MATERIAL",
                        "description",
                        says("M/spouse/proposal/item"),
                        "quantity",
                        1,
                        "unitPrice",
                        price);
        var plan =
                Map.of(
                        "activity", says("M/spouse/proposal/activity"),
                        "market", says("M/spouse/proposal/market"),
                        "experience", says("M/spouse/proposal/experience"),
                        "risks", says("M/spouse/proposal/risks"));
        var proposal =
                Map.of(
                        "fund",
                        id("fund " + PROGRAMME),
                        "sector",
                        "TRADE",
                        "jobs",
                        1,
                        "womenLed",
                        false,
                        "plan",
                        plan,
                        "items",
                        List.of(item));
        var path = "/api/v1/applications";
        long written =
                act(
                        OFFICER,
                        "GRANT",
                        path,
                        null,
                        Map.of(
                                "id", id(name),
                                "beneficiary", id("M/spouse/beneficiary"),
                                "proposal", proposal));
        act(OFFICER, "GRANT", path + "/" + id(name) + "/submission", written, null);
        return path + "/" + id(name);
    }

    private long vote(String application, String member, String ballot, String field) {
        return act(
                member,
                "GRANT",
                application + "/votes",
                null,
                Map.of("submission", 1, "ballot", ballot, "reason", says(field)));
    }

    /** The first thing, of which there are five, each with a number; she signs for them. */
    void handOver(String grant) {
        var file = "/api/v1/beneficiaries/" + id("N/beneficiary") + "/evidence";
        act(
                WORKER,
                "BENEFICIARY",
                file,
                null,
                Map.of("id", id("N/evidence"), "kind", "SIGNATURE", "content", SCAN.base64()));
        var hash =
                desk.list(WORKER, "BENEFICIARY", file, "case-management").stream()
                        .filter(one -> one.path("id").asString().equals(id("N/evidence")))
                        .map(one -> one.path("hash").asString())
                        .findAny()
                        .orElseThrow();
        var path = "/api/v1/grants/" + grant;
        var view = desk.read(OFFICER, "GRANT", path, "monitoring");
        var item = item(path, view, 0);
        var units = IntStream.rangeClosed(1, view.path("items").path(0).path("quantity").asInt());
        var signed =
                Map.of(
                        "way",
                        "SIGNATURE",
                        "evidence",
                        id("N/evidence"),
                        "hash",
                        hash,
                        "serialNumbers",
                        units.mapToObj(unit -> says("N/items/serial-number") + " " + unit)
                                .toList());
        long version = buy(item, view, 0, view.path("version").asLong());
        version = act(OFFICER, "GRANT", item + "/handover", version, signed);
        act(FINANCE, "GRANT", item + "/payments", version, null);
    }

    /** What N signed, as it is kept. */
    byte[] keptScan() {
        var path = "/api/v1/evidence/" + id("N/evidence") + "/content";
        return kept(WORKER, "BENEFICIARY", path, "case-management");
    }

    /** Ordered by one and received by another. */
    private long buy(String item, JsonNode view, int number, long seen) {
        var order =
                Map.of(
                        "price",
                        view.path("items").path(number).path("granted"),
                        "supplier",
                        says("N/items/supplier"));
        long version = act(OFFICER, "GRANT", item + "/order", seen, order);
        return act("grant-and-committee", "GRANT", item + "/receipt", version, null);
    }

    /** Of three things one is given up, and one is given back to who sold it. */
    void giveBack(String grant) {
        var path = "/api/v1/grants/" + grant;
        var view = desk.read(OFFICER, "GRANT", path, "monitoring");
        long version = view.path("version").asLong();
        var cancelled = item(path, view, 1);
        version =
                act(
                        OFFICER,
                        "GRANT",
                        cancelled + "/cancellation",
                        version,
                        because("N/items/cancellation"));
        var returned = item(path, view, 2);
        version = buy(returned, view, 2, version);
        version = act(FINANCE, "GRANT", returned + "/payments", version, null);
        for (var answer : List.of("refusal", "confirmation")) {
            var why = because("N/items/return");
            version = act(OFFICER, "GRANT", returned + "/return", version, why);
            version = act(FINANCE, "GRANT", returned + "/return/" + answer, version, null);
        }
    }

    private static String item(String grant, JsonNode view, int number) {
        return grant + "/items/" + view.path("items").path(number).path("id").asString();
    }

    /** By somebody of another organisation; and she is looked for by her own worker. */
    void openAFile(Object person) {
        var file = "/api/v1/beneficiaries/" + id("N/beneficiary");
        var number = desk.read(WORKER, "BENEFICIARY", file, "case-management").path("caseNumber");
        act(
                "case-worker-2",
                "BENEFICIARY",
                "/api/v1/file-openings",
                null,
                Map.of(
                        "id",
                        id("N/opening"),
                        "caseNumber",
                        number,
                        "reason",
                        says("N/opening/reason")));
        act(
                "protection-officer",
                "BENEFICIARY",
                "/api/v1/file-openings/" + id("N/opening") + "/review",
                1L,
                Map.of("finding", "JUSTIFIED", "note", says("N/opening/note")));
        act(
                WORKER,
                "BENEFICIARY",
                "/api/v1/searches",
                null,
                Map.of("id", id("N/search again"), "person", person, "district", "TJ-DU-SINO"));
    }

    /** By each of the two who review stories. */
    void returnStories() {
        returnStory("disclosure-review", "protection-officer");
        returnStory("content-review", "communications-lead");
    }

    private void returnStory(String review, String reviewer) {
        var section = Map.of("paragraphs", List.of("Як рӯз ҳама омаданд."));
        var version =
                Map.of("title", "Хабар", "teaser", "Хабари кӯтоҳ.", "sections", List.of(section));
        var content =
                Map.of(
                        "programme",
                        PROGRAMME,
                        "persons",
                        List.of(),
                        "versions",
                        Map.of("tg", version));
        var story = id("returned " + review);
        var stories = "/api/v1/stories";
        long drafted =
                act(
                        "story-editor",
                        "STORY",
                        stories,
                        null,
                        Map.of("id", story, "kind", "NEWS", "content", content));
        var path = stories + "/" + story;
        act(
                "story-editor",
                "STORY",
                path + "/pictures",
                null,
                Map.of("id", id("picture for " + review), "content", PICTURE.base64()));
        long submitted = act("story-editor", "STORY", path + "/submission", drafted, null);
        act(
                reviewer,
                "STORY",
                path + "/" + review,
                submitted,
                Map.of("verdict", "RETURN", "reason", says("returned/" + review)));
    }

    /** As it is shown to who reviews it. */
    byte[] keptPicture() {
        var path =
                "/api/v1/stories/%s/pictures/%s"
                        .formatted(id("returned content-review"), id("picture for content-review"));
        return kept("communications-lead", "STORY", path, "content-review");
    }

    private byte[] kept(String user, String service, String path, String purpose) {
        var request = desk.request(user, service, path).header("Homeward-Purpose", purpose);
        var answer = desk.bytes(request.build());
        if (answer.statusCode() != OK) {
            throw new AssertionError(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /** One is erased; another is asked about as well and stays. */
    void erase() {
        askForErasure("O");
        desk.carryOut(PROTECTION_OFFICER, erasure("O"));
        askForErasure("N");
        act(
                PROTECTION_OFFICER,
                "BENEFICIARY",
                erasure("N") + "/refusal",
                1L,
                Map.of("reason", "NOT_HER_WISH"));
    }

    private void askForErasure(String name) {
        act(
                WORKER,
                "BENEFICIARY",
                "/api/v1/beneficiaries/" + id(name + "/beneficiary") + "/erasures",
                null,
                Map.of("id", id(name + "/erasure"), "reason", "PERSON_ASKED"));
    }

    private static String erasure(String name) {
        return "/api/v1/erasures/" + id(name + "/erasure");
    }

    /** When all services have confirmed it and nothing can have come in meanwhile. */
    void awaitErasure() {
        desk.await(
                "a certificate of the erasure",
                () ->
                        desk.read(PROTECTION_OFFICER, "BENEFICIARY", erasure("O"), "-")
                                .path("state")
                                .asString("")
                                .equals("COMPLETE"));
    }

    /** A programme against trafficking; it selects nobody and has no fund. */
    void openAProtectiveProgramme() {
        act(
                "programme-manager",
                "BENEFICIARY",
                "/api/v1/programmes",
                null,
                Map.of(
                        "code", PROTECTIVE,
                        "objectives", List.of("COUNTER_TRAFFICKING"),
                        "donors", List.of("BILATERAL-3"),
                        "agencies", List.of("MISSION"),
                        "partners", List.of("hamdasti"),
                        "districts", List.of("TJ-DU-SINO"),
                        "from", "2026-01-01",
                        "until", "2035-12-31",
                        "target", 5));
    }

    /** How long files are kept is set, an audit is coming, a colleague has left. */
    void ruleAndHold() {
        desk.command(
                PROTECTION_OFFICER,
                "BENEFICIARY",
                "PUT",
                "/api/v1/programmes/" + PROGRAMME + "/retention",
                null,
                Map.of("months", 120));
        desk.command(
                PROTECTION_OFFICER,
                "BENEFICIARY",
                "PUT",
                "/api/v1/retention/files-without-programme",
                null,
                Map.of("months", 600));
        act(
                "programme-manager",
                "BENEFICIARY",
                "/api/v1/programmes/" + PROGRAMME + "/legal-holds",
                null,
                Map.of("id", id("hold"), "reason", "DONOR_AUDIT", "until", "2032-12-31"));
        act(
                "administrator",
                "BENEFICIARY",
                "/api/v1/token-denials",
                null,
                Map.of(
                        "id",
                        id("denial"),
                        "subject",
                        "somebody-who-left",
                        "reason",
                        "LEFT_THE_PROGRAMME"));
    }

    /**
     * Something that is no event comes to each service, which puts it aside; not on the topic of
     * grants, for then nobody could be erased.
     */
    void sendNonsense() {
        var servers =
                Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + system.port("KAFKA"));
        try (var producer =
                new KafkaProducer<>(servers, new StringSerializer(), new StringSerializer())) {
            for (var topic : List.of("homeward.grant-erasure.v1", "homeward.beneficiary.v1")) {
                var _ = producer.send(new ProducerRecord<>(topic, "-", "{}"));
            }
        }
        desk.await(
                "what is no event to be put aside everywhere",
                () -> Contract.SERVICES.stream().noneMatch(service -> parked(service).isEmpty()));
    }

    /** Ids of what a service has put aside. */
    List<String> parked(String service) {
        return desk.list("administrator", service, "/ops/v1/parked", "-").stream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private long act(
            String user,
            String service,
            String path,
            @Nullable Long version,
            @Nullable Object content) {
        return desk.act(user, service, path, version, content).path("version").asLong();
    }
}
