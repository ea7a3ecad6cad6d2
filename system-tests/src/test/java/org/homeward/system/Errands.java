package org.homeward.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.homeward.backends.FreePorts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done and no journey does, done once by who may: so that everything that is described
 * is seen to succeed.
 */
final class Errands {

    /** What nobody does here, and why. */
    static final Map<String, String> LEFT_OUT =
            Map.of(
                    "POST BENEFICIARY/api/v1/beneficiaries/{id}/hand-over",
                    "nobody else signs in who has the same organisation and districts",
                    "POST BENEFICIARY/api/v1/beneficiaries/{id}/hand-over/acceptance",
                    "the same",
                    "POST BENEFICIARY/api/v1/beneficiaries/{id}/hand-over/refusal",
                    "the same");

    private static final String WORKER = "case-worker";
    private static final String OFFICER = "protection-officer";
    private static final String PARTNER = "case-worker-3";
    private static final String MANAGER = "programme-manager";
    private static final String MONITOR = "monitoring-officer";
    private static final String EDITOR = "story-editor";
    private static final String ADMINISTRATOR = "administrator";
    private static final String FILE = "/api/v1/beneficiaries/";
    private static final String PROGRAMME = "MARKED-27";
    private static final Path DEMO = Path.of("..", "demo");
    private static final Map<String, Object> NOT_REACHED = Map.of("reason", "NOT_REACHED");
    private static final int PER_CENT = 100;
    private static final int IN_TIME = 30;

    private final Desk desk;
    private final Object person;
    private final Set<String> refused = new TreeSet<>();

    /**
     * @param person of N, as she was registered
     */
    Errands(Desk desk, Object person) {
        this.desk = desk;
        this.person = person;
    }

    /** All of them; what was refused is told afterwards, for the others are to be done too. */
    Set<String> run() {
        correctAFile();
        voidAScan();
        keepAHousehold();
        sayNo();
        decideAboutCards();
        decideAboutMoney();
        answerLeads();
        testAText();
        subscribe();
        operate();
        return refused;
    }

    private void correctAFile() {
        var path = FILE + id("N/beneficiary");
        put(
                WORKER,
                "BENEFICIARY",
                path,
                desk.version(WORKER, "BENEFICIARY", path, "case-management"),
                Map.of("district", "TJ-DU-SINO", "person", person));
    }

    /** It was scanned onto the wrong file. */
    private void voidAScan() {
        var scan = id("N/evidence of somebody else");
        var path = FILE + id("N/beneficiary") + "/evidence";
        var kept = Map.of("id", scan, "kind", "DOCUMENT", "content", OfficeWork.SCAN.base64());
        long version = post(WORKER, "BENEFICIARY", path, null, kept);
        var voiding = "/api/v1/evidence/" + scan + "/voiding";
        post(OFFICER, "BENEFICIARY", voiding, version, Map.of("reason", "WRONG_PERSON"));
    }

    /** As it is answered, but for what may be left out. */
    private static JsonNode withoutNulls(JsonNode part) {
        if (part instanceof ObjectNode object) {
            var kept = object.objectNode();
            object.propertyStream()
                    .filter(one -> !one.getValue().isNull())
                    .forEach(one -> kept.set(one.getKey(), withoutNulls(one.getValue())));
            return kept;
        }
        return part;
    }

    private void keepAHousehold() {
        var path = FILE + id("N/beneficiary") + "/household";
        Map<String, Object> member =
                Map.of(
                        "beneficiary",
                        id("N/beneficiary"),
                        "relation",
                        "HEAD",
                        "disability",
                        false,
                        "inSchool",
                        false);
        Map<String, Object> household =
                Map.of("dwelling", "OWN", "incomes", List.of("WAGE"), "members", List.of(member));
        long version = post(WORKER, "BENEFICIARY", path, null, Map.of("household", household));
        version = put(WORKER, "BENEFICIARY", path, version, Map.of("household", household));
        post(WORKER, "BENEFICIARY", path + "/departure", version, null);
    }

    /** To a consent, to somebody spoken for, to who is referred. */
    private void sayNo() {
        var consent = id("N/RESEARCH");
        post(
                WORKER,
                "BENEFICIARY",
                FILE + id("N/beneficiary") + "/consents",
                null,
                Map.of(
                        "id",
                        consent,
                        "purpose",
                        "RESEARCH",
                        "language",
                        "tg",
                        "textVersion",
                        "2026-1"));
        post(WORKER, "BENEFICIARY", "/api/v1/consents/" + consent + "/refusal", 1L, null);
        var word = id("word of nobody");
        post(
                WORKER,
                "BENEFICIARY",
                "/api/v1/incoming-referrals",
                null,
                Map.of(
                        "id",
                        word,
                        "channel",
                        "HOTLINE",
                        "district",
                        "TJ-DU-SINO",
                        "to",
                        "umed",
                        "about",
                        "Занг зад ва гӯширо гузошт."));
        post(
                WORKER,
                "BENEFICIARY",
                "/api/v1/incoming-referrals/" + word + "/refusal",
                1L,
                NOT_REACHED);
        var declined = "/api/v1/referrals/" + refer("declined");
        post(PARTNER, "BENEFICIARY", declined + "/refusal", 1L, Map.of("reason", "NO_PLACE"));
        var failed = "/api/v1/referrals/" + refer("failed");
        long accepted = post(PARTNER, "BENEFICIARY", failed + "/acceptance", 1L, null);
        post(PARTNER, "BENEFICIARY", failed + "/failure", accepted, null);
        var withdrawn = "/api/v1/referrals/" + refer("withdrawn") + "/withdrawal";
        post(WORKER, "BENEFICIARY", withdrawn, null, Map.of("reason", "WRONG_PERSON"));
    }

    private String refer(String name) {
        var id = id("M/referral " + name);
        post(
                WORKER,
                "BENEFICIARY",
                FILE + id("M/beneficiary") + "/referrals",
                null,
                Map.of(
                        "id",
                        id,
                        "service",
                        "LEGAL_AID",
                        "partner",
                        "hamdasti",
                        "note",
                        "Ҳуҷҷат лозим аст.",
                        "due",
                        today().plusDays(IN_TIME).toString()));
        return id;
    }

    /** Of the programme, as its clock has it. */
    private LocalDate today() {
        var clock = "/local/v1/programme-clock";
        return LocalDate.parse(
                desk.read(ADMINISTRATOR, "BENEFICIARY", clock, "-").path("today").asString());
    }

    /** A new one is put into use; a round by it is withdrawn, and another one is closed. */
    private void decideAboutCards() {
        var cards = "/api/v1/scorecards";
        var card = ((ObjectNode) read(DEMO.resolve("need-scorecard.json"))).put("edition", 2);
        var written = answered(ADMINISTRATOR, "BENEFICIARY", "POST", cards, null, card);
        var id = written.path("id").asString("");
        long version = 1;
        for (var approver : List.of(MANAGER, MONITOR)) {
            version = post(approver, "BENEFICIARY", cards + "/" + id + "/approval", version, null);
        }
        var rounds = "/api/v1/selection-rounds/";
        post(
                MANAGER,
                "BENEFICIARY",
                "/api/v1/selection-rounds",
                null,
                Map.of(
                        "id",
                        id("round again"),
                        "programme",
                        PROGRAMME,
                        "scorecard",
                        id,
                        "quota",
                        1,
                        "cutOff",
                        today().toString()));
        post(
                MONITOR,
                "BENEFICIARY",
                rounds + id("round again") + "/withdrawal",
                1L,
                Map.of("reason", "NOT_NEEDED"));
        var round = rounds + id("programme " + PROGRAMME + "/round");
        long held = desk.read(MANAGER, "BENEFICIARY", round, "-").path("version").asLong();
        post(MANAGER, "BENEFICIARY", round + "/closing", held, null);
        var hold = "/api/v1/legal-holds/" + id("hold") + "/lifting";
        post(MONITOR, "BENEFICIARY", hold, 1L, null);
    }

    private void decideAboutMoney() {
        var fund = "/api/v1/funds/" + id("fund " + PROGRAMME);
        var view = desk.read("finance-officer", "GRANT", fund, "-");
        post(
                "finance-officer",
                "GRANT",
                fund + "/ceiling",
                view.path("version").asLong(),
                Map.of("ceiling", Map.of("amount", "70000.00", "currency", "TJS")));
        var committee = withoutNulls(desk.read(MANAGER, "GRANT", fund + "/committee", "-"));
        var members = JsonMapper.shared().createArrayNode();
        committee.path("members").valueStream().map(Errands::withoutNulls).forEach(members::add);
        put(
                MANAGER,
                "GRANT",
                fund + "/committee",
                1L,
                Map.of("quorum", committee.path("quorum"), "members", members));
    }

    /** One with no, one with a story; and a picture is taken out of a draft. */
    private void answerLeads() {
        var leads = desk.list(EDITOR, "STORY", "/api/v1/leads", "-");
        if (leads.size() > 1) {
            post(EDITOR, "STORY", lead(leads.get(0)) + "/dismissal", 1L, NOT_REACHED);
            post(EDITOR, "STORY", lead(leads.get(1)) + "/story", 1L, Map.of());
        }
        var story = "/api/v1/stories/" + id("returned content-review");
        var picture = "/pictures/" + id("picture for content-review");
        post(EDITOR, "STORY", story + picture + "/removal", null, null);
    }

    /** As story-service does, against the file of who is in the story. */
    private void testAText() {
        var text = Map.of("language", "tg", "text", "Вай занбӯр мепарварад.");
        var question = Map.of("consent", id("N/STORY_PUBLICATION"), "texts", List.of(text));
        desk.send(
                desk.request("story-service", "BENEFICIARY", "/internal/v1/disclosure-tests")
                        .header("Homeward-Purpose", "disclosure-review")
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        JsonMapper.shared().writeValueAsString(question)))
                        .build());
    }

    private static String lead(JsonNode lead) {
        return "/api/v1/leads/" + lead.path("id").asString();
    }

    private void subscribe() {
        var mine = "/api/v1/subscriptions/mine";
        var choice = Map.of("occasions", List.of("STORY_PUBLISHED"), "language", "en");
        long version = put("auditor", "NOTIFICATION", mine, null, choice);
        version = post("auditor", "NOTIFICATION", mine + "/renewal", version, null);
        post("auditor", "NOTIFICATION", mine + "/cancellation", version, null);
        var id = id("webhook");
        post(
                ADMINISTRATOR,
                "NOTIFICATION",
                "/api/v1/webhooks",
                null,
                Map.of(
                        "id",
                        id,
                        "url",
                        "http://127.0.0.1:" + FreePorts.next() + "/",
                        "events",
                        List.of("homeward.grant.closed.v1")));
        var webhook = "/api/v1/webhooks/" + id + "/";
        version =
                post("data-protection-officer", "NOTIFICATION", webhook + "confirmation", 1L, null);
        for (var step : List.of("pause", "resumption", "rotation", "revocation")) {
            version = post(ADMINISTRATOR, "NOTIFICATION", webhook + step, version, null);
        }
        var now = Instant.now();
        var period = Map.of("from", now.minusSeconds(PER_CENT).toString(), "to", now.toString());
        post(ADMINISTRATOR, "NOTIFICATION", webhook + "replay", version, period);
        long last =
                desk.read(ADMINISTRATOR, "NOTIFICATION", "/api/v1/webhooks/" + id, "-")
                        .path("version")
                        .asLong();
        post(ADMINISTRATOR, "NOTIFICATION", webhook + "removal", last, null);
    }

    private void operate() {
        for (var service : Contract.SERVICES) {
            var parked = "/ops/v1/parked";
            for (var one : desk.list(ADMINISTRATOR, service, parked, "-")) {
                var path = parked + "/" + one.path("id").asString();
                post(ADMINISTRATOR, service, path + "/replay", null, null);
                post(
                        ADMINISTRATOR,
                        service,
                        path + "/discard",
                        null,
                        Map.of("reason", "SENT_IN_ERROR"));
            }
            post(ADMINISTRATOR, service, parked + "/replay", null, null);
            var projections = "/ops/v1/projections";
            desk.read(ADMINISTRATOR, service, projections, "-")
                    .valueStream()
                    .limit(1)
                    .forEach(
                            one ->
                                    post(
                                            ADMINISTRATOR,
                                            service,
                                            projections
                                                    + "/"
                                                    + one.path("projection").asString()
                                                    + "/rebuild",
                                            null,
                                            null));
            post("auditor", service, "/ops/v1/audit/verification", null, null);
        }
        var keys = "/ops/v1/search-keys";
        int newest = desk.read(ADMINISTRATOR, "BENEFICIARY", keys, "-").path("newest").asInt();
        put(ADMINISTRATOR, "BENEFICIARY", keys + "/" + newest, null, null);
    }

    private static String id(String name) {
        return MarkedPeople.id(name);
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long post(
            String user, String service, String path, @Nullable Long seen, @Nullable Object body) {
        return answered(user, service, "POST", path, seen, body).path("version").asLong(0);
    }

    private long put(
            String user, String service, String path, @Nullable Long seen, @Nullable Object body) {
        return answered(user, service, "PUT", path, seen, body).path("version").asLong(0);
    }

    private JsonNode answered(
            String user,
            String service,
            String method,
            String path,
            @Nullable Long seen,
            @Nullable Object body) {
        var answer = desk.command(user, service, method, path, seen, body);
        if (answer.statusCode() / PER_CENT != 2) {
            refused.add(method + " " + service + path + ": " + told(answer));
        }
        return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }
}
