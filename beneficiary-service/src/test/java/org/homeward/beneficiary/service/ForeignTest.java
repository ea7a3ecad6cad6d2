package org.homeward.beneficiary.service;

import static org.homeward.beneficiary.service.Selections.made;
import static org.homeward.kit.test.ForeignMatrix.looksTheSame;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.test.ForeignMatrix;
import org.homeward.kit.test.ForeignMatrix.Reach;
import org.homeward.kit.test.Images;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;

/** What is foreign can't be told from what does not exist, by its answer or by the work for it. */
class ForeignTest {

    private static final String FILE = " /api/v1/beneficiaries/{beneficiary}";
    private static final String PROGRAMME = " /api/v1/programmes/{code}";
    private static final String ROUND = " /api/v1/selection-rounds/{id}";

    private static final String REFERRALS = "/api/v1/referrals/";
    private static final String WORDS = "/api/v1/incoming-referrals/";
    private static final String OPENINGS = "/api/v1/file-openings";
    private static final String BLEEDS = "Ба назди ман омад ва хунрезӣ дорад";

    private static final Map<String, List<String>> WITHOUT =
            Map.of(
                    "operations, of the whole service",
                    ForeignMatrix.OPERATIONS,
                    "keys, of the whole service",
                    List.of("PUT /ops/v1/search-keys/{version}"),
                    "whose tokens are refused: administrators say so of every account",
                    List.of("GET /api/v1/token-denials/{id}"),
                    "a programme is public, and its rules are of no organisation",
                    List.of(
                            "GET" + PROGRAMME,
                            "GET" + PROGRAMME + "/retention",
                            "PUT" + PROGRAMME + "/retention",
                            "GET" + PROGRAMME + "/legal-holds",
                            "POST" + PROGRAMME + "/legal-holds",
                            "GET /api/v1/legal-holds/{id}",
                            "POST /api/v1/legal-holds/{id}/lifting"),
                    "a form, about nobody",
                    List.of("GET /api/v1/scorecards/{id}", "POST /api/v1/scorecards/{id}/approval"),
                    "a selection of a whole programme, without its people",
                    List.of(
                            "GET" + ROUND,
                            "POST" + ROUND + "/withdrawal",
                            "POST" + ROUND + "/commitments",
                            "POST" + ROUND + "/freezing",
                            "POST" + ROUND + "/secrets",
                            "POST" + ROUND + "/confirmation",
                            "POST" + ROUND + "/closing",
                            "GET" + ROUND + "/export"),
                    "notification-service reaches everybody, by her consent",
                    List.of("GET /internal/v1/contacts/{beneficiary}/email"));

    private final KeyVault vault = RunningService.vault();
    private final Staff worker = Staff.workerOf("mission", "*");
    private final String worked = token("worker-of-mission", "mission", "case-worker");
    private final String colleague = token("colleague", "mission", "case-worker");
    private final String partner = token("machine", "legal-aid", "partner-api");
    private final UUID person = Selections.consenting(worker);
    private final String file = "/api/v1/beneficiaries/" + person;

    @Test
    void to_whoever_does_not_reach_it() {
        var card = Selections.cardInUse();
        var answers = Map.of("MONEY", "NONE", "HUSBAND", "AWAY");
        var assessment = made(Selections.assess(worker, person, card, answers));
        Selections.confirmed(Selections.drawn(Selections.opened(Cases.DISTRICT), card, 1));
        var place =
                UUID.fromString(worker.read(file + "/places").json().at("/items/0/id").asString());
        var evidence = made(worker.post(file + "/evidence", scan()));
        var household = household(person);
        made(worker.post(file + "/household", household));
        var consent = Cases.asked(worker, person, "RESEARCH");
        var asked = Map.of("reason", "PERSON_ASKED");
        var erasure = made(worker.post(file + "/erasures", asked));
        share();
        var legal = referred("LEGAL_AID");
        var shelter = referred("SHELTER");
        var uncleared = token("reception", "legal-aid", "case-worker");
        var other = token("worker-of-hamdasti", "hamdasti", "case-worker");
        String[] noPartner = {
            worked, uncleared, other, token("machine-2", "hamdasti", "partner-api")
        };
        var officer = List.of("protection-officer");
        var farAway = TestTokens.shared().of("far-away", "mission", officer, "TJ-SU-AYNI");
        var word = heard();
        var search = Cases.search(worker, Cases.somebody());
        var opening = opened();
        var opener = token("opener", "mission", "data-protection-officer");
        var activity = activity();
        var reason = Map.of("reason", "entered twice");

        ForeignMatrix.check(
                "beneficiary-service",
                RunningService.first(),
                vault,
                List.of(
                        Reach.of("GET /api/v1/searches/{id}", search).by(worked, colleague, other),
                        Reach.of("GET /api/v1/searches/{id}/candidates", search)
                                .by(worked, colleague, other),
                        Reach.of("GET /api/v1/beneficiaries/{id}", person),
                        Reach.of("PUT /api/v1/beneficiaries/{id}", person)
                                .with(
                                        Map.of(
                                                "person",
                                                Cases.somebody(),
                                                "district",
                                                Cases.DISTRICT)),
                        Reach.of("GET /api/v1/beneficiaries/{id}/readings", person),
                        Reach.of("GET /api/v1/beneficiaries/{id}/hand-over", person),
                        Reach.of("POST /api/v1/beneficiaries/{id}/hand-over", person)
                                .with(Map.of("to", "colleague")),
                        Reach.of("POST /api/v1/beneficiaries/{id}/hand-over/acceptance", person),
                        Reach.of("POST /api/v1/beneficiaries/{id}/hand-over/refusal", person),
                        Reach.of("POST" + FILE + "/consents", person).with(ask("RESEARCH")),
                        Reach.of("GET" + FILE + "/consents", person),
                        Reach.of("GET /api/v1/consents/{id}", consent),
                        Reach.of("POST /api/v1/consents/{id}/agreement", consent)
                                .with(Cases.signed()),
                        Reach.of("POST /api/v1/consents/{id}/refusal", consent),
                        Reach.of("POST /api/v1/consents/{id}/withdrawal", consent),
                        Reach.of("POST" + FILE + "/assessments", person)
                                .with(Map.of("scorecard", card, "answers", answers)),
                        Reach.of("GET" + FILE + "/assessments", person),
                        Reach.of("GET /api/v1/assessments/{id}", assessment),
                        Reach.of("POST /api/v1/assessments/{id}/voiding", assessment).with(reason),
                        Reach.of("GET" + FILE + "/places", person),
                        Reach.of("POST /api/v1/places/{id}/drop-out", place).with(reason),
                        Reach.of("POST" + FILE + "/household", person).with(household),
                        Reach.of("PUT" + FILE + "/household", person).with(household),
                        Reach.of("GET" + FILE + "/household", person),
                        Reach.of("POST" + FILE + "/household/departure", person),
                        Reach.of("POST" + FILE + "/evidence", person).with(scan()),
                        Reach.of("GET" + FILE + "/evidence", person),
                        Reach.of("GET /api/v1/evidence/{id}/content", evidence),
                        Reach.of("POST /api/v1/evidence/{id}/voiding", evidence)
                                .with(Map.of("reason", "WRONG_PERSON")),
                        Reach.of("POST" + FILE + "/referrals", person).with(wish("LEGAL_AID")),
                        Reach.of("GET" + FILE + "/referrals", person),
                        Reach.of("GET /api/v1/referrals/{id}", legal),
                        Reach.of("GET /api/v1/referrals/{id}", shelter)
                                .by(worked, colleague, uncleared),
                        Reach.of("POST /api/v1/referrals/{id}/acceptance", shelter)
                                .by(partner, noPartner),
                        Reach.of("POST /api/v1/referrals/{id}/refusal", shelter)
                                .with(Map.of("reason", "NO_PLACE"))
                                .by(partner, noPartner),
                        Reach.of("POST /api/v1/referrals/{id}/completion", shelter)
                                .by(partner, noPartner),
                        Reach.of("POST /api/v1/referrals/{id}/failure", shelter)
                                .by(partner, noPartner),
                        Reach.of("POST /api/v1/referrals/{id}/withdrawal", legal)
                                .with(Map.of("reason", "WRONG_PERSON"))
                                .by(worked, colleague, uncleared, other, farAway),
                        Reach.of("GET /api/v1/incoming-referrals/{id}", word),
                        Reach.of("GET /api/v1/incoming-referrals/{id}", word)
                                .by(partner, token("machine-2", "mission", "partner-api")),
                        Reach.of("POST /api/v1/incoming-referrals/{id}/registration", word)
                                .with(Map.of("beneficiary", person)),
                        Reach.of("POST /api/v1/incoming-referrals/{id}/refusal", word)
                                .with(Map.of("reason", "NOT_REACHED")),
                        Reach.of("GET /api/v1/activities/{id}", activity),
                        Reach.of("POST /api/v1/activities/{id}/attendance", activity)
                                .with(attendance()),
                        Reach.of("GET /api/v1/file-openings/{id}/file", opening)
                                .by(
                                        opener,
                                        worked,
                                        token("officer", "mission", "data-protection-officer")),
                        Reach.of("GET /api/v1/file-openings/{id}", opening),
                        Reach.of("POST /api/v1/file-openings/{id}/review", opening)
                                .with(Map.of("finding", "JUSTIFIED", "note", "She bled")),
                        Reach.of("GET" + FILE + "/export?language=tg", person),
                        Reach.of("GET" + FILE + "/export/page?language=tg", person),
                        Reach.of("POST" + FILE + "/erasures", person).with(asked),
                        Reach.of("GET /api/v1/erasures/{id}", erasure),
                        Reach.of("POST /api/v1/erasures/{id}/execution", erasure),
                        Reach.of("POST /api/v1/erasures/{id}/refusal", erasure)
                                .with(Map.of("reason", "NOT_HER_WISH")),
                        Reach.of("GET /api/v1/erasures/{id}/certificate", erasure)),
                WITHOUT);
    }

    @Test
    void to_a_colleague_of_who_has_just_read_it() {
        share();
        var shelter = referred("SHELTER");
        Selections.ok(worker.read(REFERRALS + shelter));

        var nosy = Staff.of("colleague", "mission", List.of("case-worker"), "*");

        looksTheSame(vault, 404, shelter, id -> nosy.read(REFERRALS + id));
    }

    @Test
    void to_the_partner_once_the_person_was_erased() {
        share();
        var referral = referred("LEGAL_AID");
        var erasure = made(worker.post(file + "/erasures", Map.of("reason", "PERSON_ASKED")));
        var execution = "/api/v1/erasures/" + erasure + "/execution";
        Selections.ok(Staff.in("data-protection-officer").ifMatch(1).post(execution, null));

        var asked = machine().ifMatch(1);

        looksTheSame(vault, 404, referral, id -> asked.read(REFERRALS + id));
        looksTheSame(vault, 404, referral, id -> asked.post(REFERRALS + id + "/acceptance", null));
    }

    @Test
    void to_who_names_it_in_what_is_sent() {
        var others = Staff.workerOf("hamdasti", "*");
        var stranger = Cases.registered(others, Cases.somebody());
        var scan = made(others.post("/api/v1/beneficiaries/" + stranger + "/evidence", scan()));
        var search = Cases.search(others, Cases.somebody());
        var word = WORDS + heard();
        var consent = "/api/v1/consents/" + Cases.asked(worker, person, "RESEARCH");
        var hash = "b".repeat(64);

        looksTheSame(
                vault,
                404,
                stranger,
                id -> worker.ifMatch(1).post(word + "/registration", Map.of("beneficiary", id)));
        looksTheSame(
                vault,
                404,
                stranger,
                id -> worker.post(file + "/household", household(person, id)));
        looksTheSame(
                vault,
                400,
                scan,
                id ->
                        worker.ifMatch(1)
                                .post(
                                        consent + "/agreement",
                                        Map.of(
                                                "way", "SIGNED_FORM",
                                                "evidence", hash,
                                                "evidenceItem", id)));
        looksTheSame(
                vault, 409, search, id -> Cases.register(worker, id, Cases.somebody(), List.of()));
        looksTheSame(
                vault,
                404,
                search,
                id ->
                        worker.post(
                                OPENINGS,
                                Map.of("search", id, "candidate", person, "reason", BLEEDS)));
    }

    private static String token(String subject, String organisation, String role) {
        return TestTokens.shared().of(subject, organisation, role);
    }

    private static Map<String, Object> scan() {
        var image = Base64.getEncoder().encodeToString(Images.scan(16, 16));
        return Map.of("kind", "DOCUMENT", "content", image);
    }

    /** The first of them is the head. */
    private static Map<String, Object> household(UUID... people) {
        var members = new ArrayList<Map<String, Object>>();
        for (UUID one : people) {
            members.add(
                    Map.of(
                            "beneficiary",
                            one,
                            "relation",
                            members.isEmpty() ? "HEAD" : "SIBLING",
                            "disability",
                            false,
                            "inSchool",
                            false));
        }
        return Map.of(
                "household", Map.of("members", members, "incomes", List.of(), "dwelling", "OWN"));
    }

    private static Map<String, Object> ask(String purpose) {
        return Map.of("purpose", purpose, "language", "tg", "textVersion", "2026-1");
    }

    /** She lets the partner know of her. */
    private void share() {
        var ask = new HashMap<>(ask("SHARING_WITH_PARTNER"));
        ask.put("partner", "legal-aid");
        var consent = made(worker.post(file + "/consents", ask));
        Selections.ok(
                worker.ifMatch(1)
                        .post("/api/v1/consents/" + consent + "/agreement", Cases.signed()));
    }

    private UUID referred(String service) {
        return made(worker.post(file + "/referrals", wish(service)));
    }

    private static Map<String, Object> wish(String service) {
        return Map.of(
                "service",
                service,
                "partner",
                "legal-aid",
                "due",
                Selections.today().plusDays(7).toString(),
                "note",
                "Ҳуҷҷат лозим");
    }

    /** From the partner, to be taken up by the mission. */
    private UUID heard() {
        return made(
                machine()
                        .post(
                                "/api/v1/incoming-referrals",
                                Map.of(
                                        "to", "mission",
                                        "district", Cases.DISTRICT,
                                        "channel", "COMMUNITY_HEAD",
                                        "about", "Дарзӣ, шарм дорад пурсад")));
    }

    private static Staff machine() {
        return Staff.of("machine", "legal-aid", List.of("partner-api"), "*");
    }

    private UUID opened() {
        var number = worker.read(file).json().path("caseNumber").asString();
        return made(
                Staff.of("opener", "mission", List.of("data-protection-officer"), "*")
                        .post(
                                OPENINGS,
                                Map.of(
                                        "caseNumber",
                                        number,
                                        "reason",
                                        "Ба назди ман омад ва хунрезӣ дорад")));
    }

    private UUID activity() {
        return made(
                worker.post(
                        "/api/v1/activities",
                        Map.of(
                                "kind",
                                "MOTIVATIONAL_MEETING",
                                "day",
                                "2026-03-08",
                                "district",
                                Cases.DISTRICT,
                                "capacity",
                                50,
                                "facilitator",
                                Cases.word())));
    }

    private static Map<String, Object> attendance() {
        var count = Map.of("sex", "FEMALE", "age", "FROM_25_TO_59", "people", 47);
        return Map.of("counts", List.of(count), "result", "Панҷ зан номнавис шуданд");
    }
}
