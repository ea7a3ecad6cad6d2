package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.kit.test.Traces;
import org.homeward.system.MarkedPeople.Seen;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A back-up of all data and topics that was made before somebody was erased is brought back, and
 * the vaults of afterwards are left where they are.
 */
interface NobodyIsBroughtBack {

    String WORKER = "case-worker";
    String OFFICER = "data-protection-officer";
    String DISTRICT = "TJ-DU-SINO";
    String HER = MarkedPeople.id("M/beneficiary");
    String FILE = "/api/v1/beneficiaries/" + HER;
    String ERASURES = "/api/v1/erasures";
    String ASKED_EARLY = MarkedPeople.id("M/erasure");

    /** Than the moment for which a service waits before it looks once more. */
    Duration LATER = Duration.ofMinutes(2);

    /** Of paths that lead to her, and to her husband and N. */
    Set<String> WORDS =
            Set.of(
                    "beneficiaries",
                    "people",
                    "contacts",
                    "consents",
                    "referrals",
                    "incoming-referrals",
                    "assessments",
                    "evidence",
                    "places",
                    "applications",
                    "grants",
                    "stories",
                    "pictures");

    /** After all that look at the data: it stops and starts everything, and leaves other data. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    default void whom_an_old_back_up_brings_back_is_read_by_nobody_from_the_first_answer_on() {
        var desk = WholeSystemIT.DESK;
        var system = WholeSystemIT.SYSTEM;
        var marked = WholeSystemIT.MARKED;
        var known = new HashMap<>(marked.known());
        known.keySet().retainAll(WORDS);
        known.merge("stories", List.of(draft()), NobodyIsBroughtBack::both);
        var number = file().path("caseNumber").asString();
        assertThat(kindsOfHers(marked.read(known)))
                .contains("person", "household", "referrals", "proposal", "visits", "story");
        assertThat(hersIn(candidates())).isNotEmpty();
        assertThat(inDatabases(number)).isNotEmpty();
        desk.act(
                OFFICER,
                "BENEFICIARY",
                ERASURES + "/" + ASKED_EARLY + "/refusal",
                1L,
                Map.of("reason", "IDENTITY_NOT_PROVEN"));
        var parked = parked();

        var backUp = BackUp.of(system);
        desk.signInAnew();
        var erasure = UUID.randomUUID().toString();
        ask(erasure);
        desk.carryOut(OFFICER, ERASURES + "/" + erasure);
        awaitCertificate(erasure);
        assertThat(inDatabases(number)).isEmpty();
        backUp.bringBack();
        assertThat(inDatabases(number)).isNotEmpty();
        desk.signInAnew();

        var first = firstAnswerOf(FILE);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(first.body()).path("state").asString())
                .isEqualTo("ERASED");
        assertThat(first.body()).doesNotContain(number);
        var seen = marked.read(known);
        assertThat(kindsOfHers(seen)).containsOnly("household"); // which her husband has
        assertThat(seen)
                .extracting(Seen::what)
                .contains("M/spouse/person/name/given", "N/person/name/given");
        assertThat(hersIn(candidates())).isEmpty();

        var again = broughtBack();
        assertThat(again.path("id").asString()).isNotEqualTo(erasure);
        awaitCertificate(again.path("id").asString());
        assertThat(inDatabases(number)).isEmpty();
        assertThat(desk.status(OFFICER, "BENEFICIARY", ERASURES + "/" + erasure, "-"))
                .isEqualTo(404);
        assertThat(kindsOfHers(marked.read(known))).containsOnly("household");
        assertThat(traces(marked.markers().traces())).isEmpty();
        assertThat(parked()).isEqualTo(parked);
        var verified = system.run(line -> {}, "audit", "verify");
        assertThat(verified.exitCode()).as(String.join("\n", verified.lines())).isZero();
        var others = "/api/v1/beneficiaries/" + MarkedPeople.id("N/beneficiary");
        var corrected =
                desk.command(
                        WORKER,
                        "BENEFICIARY",
                        "PUT",
                        others,
                        desk.version(WORKER, "BENEFICIARY", others, "case-management"),
                        Map.of("district", DISTRICT, "person", marked.person("N")));
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(desk.descriptions().faults()).isEmpty();
    }

    /**
     * There is one open at a time: while this is, no stranger asks for one that nobody may decide.
     */
    static void askEarly() {
        ask(ASKED_EARLY);
    }

    private static void ask(String erasure) {
        WholeSystemIT.DESK.act(
                WORKER,
                "BENEFICIARY",
                FILE + "/erasures",
                null,
                Map.of("id", erasure, "reason", "PERSON_ASKED"));
    }

    /** Of a story with her, to which she is asked for her consent. */
    private static String draft() {
        var desk = WholeSystemIT.DESK;
        var consent = UUID.randomUUID().toString();
        desk.act(
                WORKER,
                "BENEFICIARY",
                FILE + "/consents",
                null,
                Map.of(
                        "id", consent,
                        "purpose", "STORY_PUBLICATION",
                        "language", "tg",
                        "textVersion", "2026-1"));
        var story = UUID.randomUUID().toString();
        var words =
                Map.of(
                        "title",
                        "Боз " + WholeSystemIT.MARKED.markers().text("M/story/versions/tg/title"),
                        "teaser",
                        "Хабари нав.",
                        "sections",
                        List.of(Map.of("paragraphs", List.of("Як сол гузашт."))));
        var content =
                Map.of(
                        "programme", "MARKED-27",
                        "persons", List.of(Map.of("consent", consent, "nameChanged", false)),
                        "versions", Map.of("tg", words));
        desk.act(
                "story-editor",
                "STORY",
                "/api/v1/stories",
                null,
                Map.of("id", story, "kind", "STORY", "content", content));
        return story;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static JsonNode file() {
        return WholeSystemIT.DESK.read(WORKER, "BENEFICIARY", FILE, "case-management");
    }

    /** Parts of what the file of cases tells of her; what it tells of her husband is his. */
    private static Set<String> kindsOfHers(Set<Seen> seen) {
        return seen.stream()
                .map(Seen::what)
                .filter(NobodyIsBroughtBack::isHers)
                .map(what -> what.split("/", -1)[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A meeting is of all who came. */
    private static boolean isHers(String field) {
        return field.startsWith("M/")
                && !field.startsWith("M/spouse/")
                && !field.startsWith("M/activities/");
    }

    private static Set<String> hersIn(String answer) {
        return WholeSystemIT.MARKED.markers().in(answer).stream()
                .filter(NobodyIsBroughtBack::isHers)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who is found by who looks for her, as soon as people are found again. */
    private static String candidates() {
        var desk = WholeSystemIT.DESK;
        var search = UUID.randomUUID().toString();
        var sought =
                Map.of(
                        "id",
                        search,
                        "person",
                        WholeSystemIT.MARKED.person("M"),
                        "district",
                        DISTRICT);
        desk.await(
                "a search",
                () -> {
                    var answer =
                            desk.command(
                                    WORKER,
                                    "BENEFICIARY",
                                    "POST",
                                    "/api/v1/searches",
                                    null,
                                    sought);
                    assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
                    return answer.statusCode() == 201;
                });
        var path = "/api/v1/searches/" + search + "/candidates";
        return desk.read(WORKER, "BENEFICIARY", path, "registration").toString();
    }

    /** In what of which service; what MongoDB did lately is not looked at. */
    private static Set<String> inDatabases(String caseNumber) {
        return Traces.asWritten(Set.of(caseNumber))
                .inDatabases(WholeSystemIT.SYSTEM.mongodb())
                .stream()
                .filter(found -> !found.contains(" in local."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Integer> parked() {
        return Contract.SERVICES.stream()
                .collect(
                        Collectors.toMap(
                                service -> service,
                                service ->
                                        WholeSystemIT.DESK
                                                .list(
                                                        "administrator",
                                                        service,
                                                        "/ops/v1/parked",
                                                        "-")
                                                .size()));
    }

    /**
     * When all services have erased their part and confirmed it. The minutes in between pass on the
     * programme's clocks.
     */
    private static void awaitCertificate(String erasure) {
        var desk = WholeSystemIT.DESK;
        var path = ERASURES + "/" + erasure;
        desk.await("confirmations", () -> Set.of("GRANT").containsAll(awaited(path)));
        pass(LATER, "GRANT");
        desk.await("the last confirmation", () -> awaited(path).isEmpty());
        pass(LATER, "BENEFICIARY");
        desk.await(
                "the certificate",
                () -> desk.status(OFFICER, "BENEFICIARY", path + "/certificate", "-") == 200);
    }

    private static List<String> awaited(String erasure) {
        return WholeSystemIT.DESK
                .read(OFFICER, "BENEFICIARY", erasure, "-")
                .path("awaited")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static void pass(Duration time, String service) {
        var desk = WholeSystemIT.DESK;
        var clock = "/local/v1/programme-clock";
        var ahead = desk.read("administrator", service, clock, "-").path("offset").asString();
        var wanted = Map.of("offset", Duration.parse(ahead).plus(time).toString());
        var moved = desk.command("administrator", service, "PUT", clock, null, wanted);
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    }

    /** What the service says by itself. */
    private static JsonNode broughtBack() {
        return WholeSystemIT.DESK.list(OFFICER, "BENEFICIARY", ERASURES, "-").stream()
                .filter(one -> one.path("reason").asString().equals("BROUGHT_BACK"))
                .filter(one -> one.path("beneficiary").asString().equals(HER))
                .findFirst()
                .orElseThrow();
    }

    /** Starts the services, and asks beneficiary-service until it answers anything. */
    private static HttpResponse<String> firstAnswerOf(String path) {
        var request =
                WholeSystemIT.DESK
                        .request(WORKER, "BENEFICIARY", path)
                        .header("Homeward-Purpose", "case-management")
                        .build();
        var answer = CompletableFuture.supplyAsync(() -> insist(request));
        WholeSystemIT.SYSTEM.up();
        return answer.join();
    }

    private static HttpResponse<String> insist(HttpRequest request) {
        var answers = new ArrayList<HttpResponse<String>>();
        WholeSystemIT.DESK.await(
                "an answer",
                () -> {
                    try {
                        return answers.add(WholeSystemIT.DESK.send(request));
                    } catch (UncheckedIOException nobodyListens) {
                        return false;
                    }
                });
        return answers.getFirst();
    }

    /** Wherever something may lie. */
    private static Set<String> traces(Traces traces) {
        var state = WholeSystemIT.SYSTEM.state();
        var found = new TreeSet<String>();
        found.addAll(traces.below(state.resolve("data")));
        found.addAll(traces.below(state.resolve("logs")));
        found.addAll(traces.inDatabases(WholeSystemIT.SYSTEM.mongodb()));
        found.addAll(traces.inTopics(Topics.everyMessage(WholeSystemIT.SYSTEM.port("KAFKA"))));
        found.addAll(traces.in(WholeSystemIT.MARKED.metrics()));
        return found;
    }
}
