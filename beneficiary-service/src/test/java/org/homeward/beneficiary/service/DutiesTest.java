package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.beneficiary.service.Selections.administrator;
import static org.homeward.beneficiary.service.Selections.made;
import static org.homeward.beneficiary.service.Selections.manager;
import static org.homeward.beneficiary.service.Selections.monitor;
import static org.homeward.beneficiary.service.Selections.ok;
import static org.homeward.beneficiary.service.Selections.otherManager;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.Images;
import org.homeward.kit.test.TwoDuties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each pair of the list of duties, tried by somebody who has every role there is. */
class DutiesTest {

    private final String subject = "everything-" + UUID.randomUUID();
    private final String anotherSubject = "another-" + UUID.randomUUID();
    private Staff everything = Staff.inEveryRole(subject, "umed");
    private final Staff another = Staff.inEveryRole(anotherSubject, "umed");
    private final Staff worker = Staff.worker();
    private final Staff elsewhere = Staff.workerOf("hamdasti", Cases.DISTRICT);
    private final String partner = "legal-aid-" + Cases.phone();
    private String one = "";

    static List<TwoDuties> pairs() {
        return TwoDuties.of("beneficiary-service");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void nobody_has_two_duties_whatever_roles_they_have(TwoDuties pair) {
        one = pair.one();
        var second = second(pair.other());
        var before = second.seen();

        var refused = second.by.apply(everything);

        assertThat(refused.problem()).as("%s", refused).isEqualTo(pair.problem());
        assertThat(second.seen()).isEqualTo(before);
        ok(second.by.apply(second.another));
    }

    @Test
    void whatever_somebody_is_refused_for_what_they_did_is_in_the_list() {
        TwoDuties.mustHaveAll(
                "beneficiary-service",
                Staff.nobody().get("/problems").json(),
                "consent-missing",
                "district-out-of-scope",
                "organisation-needed");
    }

    /**
     * The second duty, when all is ready for it.
     *
     * @param aggregate that it changes
     * @param path under which that is read
     * @param purpose for which that is read
     * @param another with every role as well, who has not done the first
     */
    private record Second(
            UUID aggregate,
            String path,
            String purpose,
            Function<Staff, Answer> by,
            Staff another) {

        Second(UUID aggregate, String path, Function<Staff, Answer> by, Staff another) {
            this(aggregate, path, "case-management", by, another);
        }

        /** What there is of it, and how often it was changed. */
        List<Object> seen() {
            var reader = Staff.inEveryRole("reader", "umed");
            var read = reader.with("Homeward-Purpose", purpose).get(path);
            assertThat(read.status()).as("%s", read).isEqualTo(200);
            var changes = Database.stored("journal", new Document("_id.a", aggregate));
            return List.of(read.header("ETag"), read.body(), changes.size());
        }
    }

    private Second second(String other) {
        return switch (other) {
            case "witnesses the thumbprint under it" -> witness();
            case "voids it" -> voidScan();
            case "takes it over" -> takeOver();
            case "is the one whom it is offered to" -> offer();
            case "accepts the referral" -> answer(referred(), 1, "/acceptance", null);
            case "declines the referral" ->
                    answer(referred(), 1, "/refusal", Map.of("reason", "NO_PLACE"));
            case "completes the referral" -> answer(accepted(), 2, "/completion", null);
            case "gives the referral up" -> answer(accepted(), 2, "/failure", null);
            case "approves it first" -> approve(written(), 1);
            case "approves it second" -> approveSecond(written());
            case "commits to the other" -> commit();
            case "withdraws it" -> withdraw();
            case "confirms it" -> confirm();
            case "carries it out" -> decide("/execution", null);
            case "refuses it" -> decide("/refusal", Map.of("reason", "NOT_HER_WISH"));
            case "lifts it" -> lift();
            case "carries out an erasure that it kept back" -> eraseAfterHold();
            case "reviews the opening" -> reviewOpening();
            case "carries out an erasure before the opening is reviewed" -> eraseAfterOpening();
            default -> throw new IllegalArgumentException(other);
        };
    }

    private Second witness() {
        var person = Cases.registered(worker, Cases.somebody());
        var consent = Cases.asked(by("asks for a consent", worker), person, "RESEARCH");
        var path = "/api/v1/consents/" + consent;
        var yes = Map.of("way", "WITNESSED_THUMBPRINT", "evidence", "b".repeat(64));
        return new Second(
                consent, path, who -> who.ifMatch(1).post(path + "/agreement", yes), another);
    }

    private Second voidScan() {
        var person = Cases.registered(worker, Cases.somebody());
        var file = "/api/v1/beneficiaries/" + person;
        var scan = Base64.getEncoder().encodeToString(Images.scan(16, 16));
        var added =
                made(
                        by("adds a scan", worker)
                                .post(
                                        file + "/evidence",
                                        Map.of("kind", "DOCUMENT", "content", scan)));
        var path = "/api/v1/evidence/" + added + "/voiding";
        var wrong = Map.of("reason", "WRONG_PERSON");
        return new Second(added, file, who -> who.ifMatch(1).post(path, wrong), another);
    }

    private Second takeOver() {
        var person = Cases.registered(worker, Cases.somebody());
        var path = "/api/v1/beneficiaries/" + person + "/hand-over";
        ok(by("offers a case", worker).ifMatch(1).post(path, Map.of("to", anotherSubject)));
        return new Second(
                person, path, who -> who.ifMatch(2).post(path + "/acceptance", null), another);
    }

    /** Of somebody else's case, as a programme-manager may. */
    private Second offer() {
        var person = Cases.registered(worker, Cases.somebody());
        var path = "/api/v1/beneficiaries/" + person + "/hand-over";
        return new Second(
                person, path, who -> who.ifMatch(1).post(path, Map.of("to", subject)), another);
    }

    /** By accounts of the partner: also that of who made it belongs there since. */
    private Second answer(UUID referral, long version, String answer, @Nullable Object body) {
        everything = Staff.inEveryRole(subject, partner);
        var path = "/api/v1/referrals/" + referral;
        return new Second(
                referral,
                path,
                who -> who.ifMatch(version).post(path + answer, body),
                Staff.inEveryRole(anotherSubject, partner));
    }

    private UUID accepted() {
        var referral = referred();
        var acceptance = "/api/v1/referrals/" + referral + "/acceptance";
        ok(Staff.inEveryRole("receives", partner).ifMatch(1).post(acceptance, null));
        return referral;
    }

    private UUID referred() {
        var person = Cases.registered(worker, Cases.somebody());
        var asked =
                made(
                        worker.post(
                                "/api/v1/beneficiaries/" + person + "/consents",
                                Map.of(
                                        "purpose", "SHARING_WITH_PARTNER",
                                        "partner", partner,
                                        "language", "tg",
                                        "textVersion", "2026-1")));
        ok(worker.ifMatch(1).post("/api/v1/consents/" + asked + "/agreement", Cases.signed()));
        return made(
                by("refers a person to a partner", worker)
                        .post(
                                "/api/v1/beneficiaries/" + person + "/referrals",
                                Map.of(
                                        "service", "LEGAL_AID",
                                        "partner", partner,
                                        "due", "2090-01-01",
                                        "note", "Ҳуҷҷат лозим")));
    }

    /** The id of a scorecard that nobody has approved. */
    private UUID written() {
        var card = Selections.card(Selections.code());
        return made(by("writes a scorecard", administrator()).post(Selections.SCORECARDS, card));
    }

    private Second approveSecond(UUID card) {
        var first = by("approves a scorecard first", manager());
        ok(approve(card, 1).by.apply(first));
        return approve(card, 2);
    }

    private Second approve(UUID card, long version) {
        var path = Selections.SCORECARDS + "/" + card;
        return new Second(
                card, path, who -> who.ifMatch(version).post(path + "/approval", null), another);
    }

    private Second commit() {
        var round = round();
        var holder = by("commits to one secret of a lottery", monitor());
        ok(Selections.commit(holder, 1, round, Selections.secret()));
        return new Second(
                idOf(round),
                round,
                who -> Selections.commit(who, 2, round, Selections.secret()),
                another);
    }

    private Second withdraw() {
        var opener = by("opens a selection", manager());
        var round =
                Selections.round(
                        opener, Selections.opened(Cases.DISTRICT), Selections.cardInUse(), 1);
        return new Second(
                idOf(round),
                round,
                who -> who.ifMatch(1).post(round + "/withdrawal", Map.of("reason", "WRONG_QUOTA")),
                another);
    }

    private Second confirm() {
        var round = round();
        var secret = Selections.secret();
        var other = Selections.secret();
        ok(Selections.commit(monitor(), 1, round, secret));
        ok(Selections.commit(otherManager(), 2, round, other));
        ok(by("freezes a selection", manager()).ifMatch(3).post(round + "/freezing", null));
        ok(Selections.reveal(monitor(), 4, round, secret));
        ok(Selections.reveal(otherManager(), 5, round, other));
        return new Second(
                idOf(round),
                round,
                who -> who.ifMatch(6).post(round + "/confirmation", null),
                another);
    }

    private Second decide(String decision, @Nullable Object body) {
        return decide(asked(), decision, body);
    }

    private Second decide(UUID erasure, String decision, @Nullable Object body) {
        var path = "/api/v1/erasures/" + erasure;
        return new Second(
                erasure, path, who -> who.ifMatch(1).post(path + decision, body), another);
    }

    /** An erasure that nobody has decided. */
    private UUID asked() {
        if (one.equals("says how long files are kept")) {
            return askedForByRule();
        }
        var person = Cases.registered(worker, Cases.somebody());
        return made(
                by("asks for an erasure", worker)
                        .post(
                                "/api/v1/beneficiaries/" + person + "/erasures",
                                Map.of("reason", "PERSON_ASKED")));
    }

    /** In the name of who said how long files of that programme are kept. */
    private UUID askedForByRule() {
        var programme = Selections.ended();
        var person = Selections.seated(worker, programme);
        var rule = "/api/v1/programmes/" + programme + "/retention";
        made(everything.put(rule, Map.of("months", 1)));
        var hers = new Document("state.request.beneficiary", person);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !Database.stored("erasures", hers).isEmpty());
        return Database.stored("erasures", hers).getFirst().get("_id", UUID.class);
    }

    private Second lift() {
        var hold = held(by("places a legal hold", manager()), Selections.opened(Cases.DISTRICT));
        var path = "/api/v1/legal-holds/" + hold;
        return new Second(hold, path, who -> who.ifMatch(1).post(path + "/lifting", null), another);
    }

    private Second eraseAfterHold() {
        var programme = Selections.opened(Cases.DISTRICT);
        var person = Cases.registered(worker, Cases.somebody());
        OtherServices.closed(OtherServices.granted(person, programme));
        var hold = "/api/v1/legal-holds/" + held(manager(), programme);
        ok(by("lifts a legal hold", monitor()).ifMatch(1).post(hold + "/lifting", null));
        var erasure =
                made(
                        worker.post(
                                "/api/v1/beneficiaries/" + person + "/erasures",
                                Map.of("reason", "PERSON_ASKED")));
        return decide(erasure, "/execution", null);
    }

    private static UUID held(Staff who, String programme) {
        return made(
                who.post(
                        "/api/v1/programmes/" + programme + "/legal-holds",
                        Map.of(
                                "reason",
                                "COURT",
                                "until",
                                Selections.today().plusDays(9).toString())));
    }

    private Second reviewOpening() {
        var opening = opened(Cases.registered(elsewhere, Cases.somebody()));
        var path = "/api/v1/file-openings/" + opening;
        var finding = Map.of("finding", "JUSTIFIED", "note", "An emergency");
        return new Second(
                opening,
                path,
                "break-glass-review",
                who -> who.ifMatch(1).post(path + "/review", finding),
                another);
    }

    private Second eraseAfterOpening() {
        var person = Cases.registered(elsewhere, Cases.somebody());
        opened(person);
        var erasure =
                made(
                        elsewhere.post(
                                "/api/v1/beneficiaries/" + person + "/erasures",
                                Map.of("reason", "PERSON_ASKED")));
        return decide(erasure, "/execution", null);
    }

    /** A file that another organisation keeps: before the others there is no glass. */
    private UUID opened(UUID person) {
        var file = elsewhere.read("/api/v1/beneficiaries/" + person).json();
        return made(
                by("opens a file out of scope", worker)
                        .post(
                                "/api/v1/file-openings",
                                Map.of(
                                        "caseNumber",
                                        file.path("caseNumber").asString(),
                                        "reason",
                                        "Ба назди ман омад ва хунрезӣ дорад")));
    }

    /** Open, and nobody is in it. */
    private static String round() {
        return Selections.round(Selections.opened(Cases.DISTRICT), Selections.cardInUse(), 1);
    }

    private static UUID idOf(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    /** The one who has every role, where this is what comes first; else who has this duty alone. */
    private Staff by(String duty, Staff usual) {
        return one.equals(duty) ? everything : usual;
    }
}
