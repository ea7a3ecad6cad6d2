package org.homeward.grant.service;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.homeward.contracts.beneficiary.CaseOwned;
import org.homeward.contracts.beneficiary.HouseholdJoined;
import org.homeward.contracts.beneficiary.VulnerabilityAssessed;
import org.homeward.kit.security.Actor;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.test.NeighbourEvents;
import org.homeward.kit.test.TestTokens;
import org.homeward.kit.test.TwoDuties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each pair of the list of duties, tried by somebody who has every role there is. */
class DutiesTest {

    private static final MongoDatabase DATABASE =
            MongoForTest.client(RunningService.mongoUri()).getDatabase(RunningService.database());
    private static final UUID TAILOR = BeneficiaryService.consentingTailor();
    private static final int RENT = 0;
    private static final int MACHINES = 1;
    private static final int CLOTH = 2;

    private final String subject = "everything-" + UUID.randomUUID();
    private final String anotherSubject = "another-" + UUID.randomUUID();
    private final Staff another = Staff.inEveryRole(anotherSubject, "mission");
    private final UUID household = UUID.randomUUID();
    private String one = "";

    static List<TwoDuties> pairs() {
        return TwoDuties.of("grant-service");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void nobody_has_two_duties_whatever_roles_they_have(TwoDuties pair) {
        one = pair.one();
        var second = second(pair.other());
        var before = second.seen(subject);

        var refused = second.by.apply(everything());

        assertThat(refused.problem()).as("%s", refused).isEqualTo(pair.problem());
        assertThat(second.seen(subject)).isEqualTo(before);
        ok(second.by.apply(another));
    }

    @Test
    void whatever_somebody_is_refused_for_what_they_did_is_in_the_list() {
        TwoDuties.mustHaveAll(
                "grant-service", Staff.nobody().get("/problems").json(), "consent-missing");
    }

    /**
     * The second duty, when all is ready for it.
     *
     * @param path of what it is done to
     */
    private record Second(String path, Function<Staff, Answer> by) {

        /** What there is of it, and how many changes somebody ever made to anything. */
        List<Object> seen(String subject) {
            var read = Staff.programmeManager().read(path);
            var by = eq("fact.subject", subject);
            long changes = DATABASE.getCollection("journal").countDocuments(by);
            return List.of(read.header("ETag"), read.body(), changes);
        }
    }

    private Second second(String other) {
        return switch (other) {
            case "has a seat in it" -> seat();
            case "appoints the committee that it is handed in to",
                    "replaces the committee that it is handed in to" ->
                    judged(other.startsWith("appoints"));
            case "approves it" -> on(carried(), "/approval", null);
            case "rejects it" -> on(carried(), "/rejection", Bodies.rejection());
            case "sends it back" -> on(carried(), "/revision", Bodies.revision());
            case "votes on it", "votes on it again" -> vote(carried());
            case "receives it" -> onItem(ordered(granted()), MACHINES, "/receipt");
            case "confirms its payment" -> onItem(visitedOr(this::received), MACHINES, "/payments");
            case "pays its rent" -> onItem(visitedOr(this::granted), RENT, "/payments");
            case "says that its money is back" -> back("/return/confirmation");
            case "says that its money stays away" -> back("/return/refusal");
            case "visits the business" -> visit(handedOver());
            default -> throw new IllegalArgumentException(other);
        };
    }

    private Second seat() {
        var path = committee(Cases.fundWithoutCommittee("10000.00"));
        var seats = seats(List.of(everythingSeat()));
        if (!one.equals("replaces a committee")) {
            return new Second(path, who -> who.post(path, seats));
        }
        ok(Staff.programmeManager().post(path, Bodies.committee()));
        return new Second(path, who -> who.ifMatch(1).put(path, seats));
    }

    /**
     * The committee is chosen by the one who has every role; before it is handed in once more,
     * another replaces all its members by others.
     */
    private Second judged(boolean appointed) {
        var fund = fundWithoutCommittee();
        var path = committee(fund);
        if (appointed) {
            ok(everything().post(path, Bodies.committee()));
        } else {
            ok(Staff.programmeManager().post(path, seats(List.of())));
            ok(everything().ifMatch(1).put(path, Bodies.committee()));
        }
        var application = written(fund);
        var hand = by("hands an application in", Staff.grantOfficer());
        var others =
                Map.of(
                        "quorum",
                        2,
                        "members",
                        List.of(
                                Bodies.seat("judge-1", "mission"),
                                Bodies.seat("judge-2", "mission")));
        return new Second(
                application,
                who -> {
                    if (who.equals(another)) {
                        var version = Staff.programmeManager().get(path).header("ETag");
                        ok(another.with("If-Match", version).put(path, others));
                    }
                    return send(hand, application, "/submission", null);
                });
    }

    private static Second vote(String application) {
        var last = Staff.programmeManager().read(application).json().path("submissions").asInt();
        return on(application, "/votes", Bodies.vote(last, "FOR"));
    }

    /** An item was given back that is paid. */
    private Second back(String answer) {
        var grant = received();
        done(Staff.financeOfficer(), grant, item(grant, MACHINES) + "/payments", null);
        done(
                by("gives an item back", Staff.grantOfficer()),
                grant,
                item(grant, MACHINES) + "/return",
                Bodies.reason());
        return onItem(grant, MACHINES, answer);
    }

    private static Second visit(String grant) {
        var handedOver = Staff.grantOfficer().read(grant).json().path("handedOver").asString();
        var made = LocalDate.parse(handedOver).plusMonths(1);
        return on(grant, "/visits", Bodies.visit("MONTH_1", made));
    }

    private static Second onItem(String grant, int index, String command) {
        return on(grant, item(grant, index) + command, null);
    }

    private static Second on(String path, String command, @Nullable Object body) {
        return new Second(path, who -> send(who, path, command, body));
    }

    /** The path of an application that the committee is in favour of. */
    private String carried() {
        var fund = fund();
        var application = written(fund);
        handIn(application);
        switch (one) {
            case "replaces the committee of an application" -> {
                ok(everything().ifMatch(1).put(committee(fund), Bodies.committee()));
                done(Staff.programmeManager(), application, "/revision", Bodies.revision());
                handIn(application);
            }
            case "sends an application back" -> {
                done(everything(), application, "/revision", Bodies.revision());
                handIn(application);
            }
            case "votes on an application" ->
                    done(everything(), application, "/votes", Bodies.vote("FOR"));
            case "declares an interest in an application" ->
                    done(everything(), application, "/interests", Bodies.interest());
            default -> {}
        }
        return Cases.voted(application, "FOR");
    }

    private String written(UUID fund) {
        var draft = Bodies.application(applicant(), fund);
        var written =
                by("writes an application", Staff.grantOfficer()).post(Cases.APPLICATIONS, draft);
        var application = ok(written).location();
        if (one.equals("edits an application")) {
            ok(everything().ifMatch(1).put(application, Bodies.proposal(fund)));
        }
        return application;
    }

    private void handIn(String application) {
        var hand = by("hands an application in", Staff.grantOfficer());
        done(hand, application, "/submission", null);
    }

    private String granted() {
        var approver = by("approves a grant", Staff.programmeManager());
        return ok(send(approver, carried(), "/approval", null)).location();
    }

    private String ordered(String grant) {
        var buyer = Staff.of("buyer", "mission", List.of("grant-officer"), "*");
        var order = item(grant, MACHINES) + "/order";
        done(by("orders an item", buyer), grant, order, Bodies.order("3900.00"));
        return grant;
    }

    private String received() {
        var grant = ordered(granted());
        var receiver = by("receives an item", Staff.grantOfficer());
        done(receiver, grant, item(grant, MACHINES) + "/receipt", null);
        return grant;
    }

    /** More than a month ago; the machines are paid only where that is the first duty. */
    private String handedOver() {
        var grant = received();
        var machines = item(grant, MACHINES);
        if (one.equals("confirms a payment")) {
            done(everything(), grant, machines + "/payments", null);
        }
        var officer = Staff.grantOfficer();
        var signed = Bodies.handover("JK-1", "JK-2");
        done(by("hands an item over", officer), grant, machines + "/handover", signed);
        done(officer, grant, item(grant, CLOTH) + "/cancellation", Bodies.reason());
        var payer = by("pays rent", Staff.financeOfficer());
        done(payer, grant, item(grant, RENT) + "/payments", null);
        Cases.daysPass(Duration.ofDays(32));
        return grant;
    }

    /** A grant whose business the one who has every role has visited, where that comes first. */
    private String visitedOr(Supplier<String> otherwise) {
        if (!one.equals("visits the business")) {
            return otherwise.get();
        }
        var grant = handedOver();
        ok(visit(grant).by.apply(everything()));
        return grant;
    }

    private UUID fund() {
        var fund = fundWithoutCommittee();
        var seats = seats(List.of(everythingSeat(), Bodies.seat(anotherSubject, "mission")));
        ok(Staff.programmeManager().post(committee(fund), seats));
        return fund;
    }

    /** Of a programme of its own: a person has one application under each. */
    private static UUID fundWithoutCommittee() {
        var programme =
                "D" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
        return ok(Staff.financeOfficer().post(Cases.FUNDS, Bodies.fund(programme, "10000.00")))
                .id();
    }

    private static String committee(UUID fund) {
        return Cases.FUNDS + "/" + fund + "/committee";
    }

    /** The usual members vote, and of these each may. */
    private static Map<String, Object> seats(List<Map<String, Object>> more) {
        var seats =
                new ArrayList<>(
                        List.of(
                                Bodies.seat("member-1", "mission"),
                                Bodies.seat("member-2", "bilateral")));
        seats.addAll(more);
        return Map.of("quorum", 2, "members", seats);
    }

    private Map<String, Object> everythingSeat() {
        return Map.of("subject", subject, "organisation", "mission", "household", household);
    }

    /** Somebody whom the one who has every role has to do with, where that is what comes first. */
    private UUID applicant() {
        var tie =
                switch (one) {
                    case "has the case", "assessed the person" -> "staff";
                    case "lives in the household" -> "households";
                    default -> "";
                };
        if (tie.isEmpty()) {
            return TAILOR;
        }
        var person = BeneficiaryService.consentingTailor();
        var assessment = UUID.randomUUID();
        switch (one) {
            case "has the case" ->
                    NeighbourEvents.tell("beneficiary", person, new CaseOwned(person, pseudonym()));
            case "assessed the person" ->
                    NeighbourEvents.tell(
                            "assessment",
                            assessment,
                            new VulnerabilityAssessed(assessment, person, pseudonym()));
            default ->
                    NeighbourEvents.tell(
                            "household", household, new HouseholdJoined(household, person));
        }
        var known = and(eq("_id", person), exists(tie));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> DATABASE.getCollection("people").countDocuments(known) == 1);
        return person;
    }

    /** The one who has every role, where this is what comes first; else who has this duty alone. */
    private Staff by(String duty, Staff usual) {
        return one.equals(duty) ? everything() : usual;
    }

    private Staff everything() {
        var organisation = one.equals("works where the case is") ? "hamdilon" : "mission";
        return Staff.inEveryRole(subject, organisation);
    }

    /** Under which the neighbour's events name the one who has every role. */
    private UUID pseudonym() {
        var none = Set.<String>of();
        var issuer = TestTokens.shared().issuer();
        return new Actor(issuer, subject, "mission", none, none, none, null).pseudonym();
    }

    private static String item(String grant, int index) {
        var items = Staff.grantOfficer().read(grant).json().path("items");
        return "/items/" + items.path(index).path("id").asString();
    }

    private static void done(Staff who, String path, String command, @Nullable Object body) {
        ok(send(who, path, command, body));
    }

    /** On the version that there is. */
    private static Answer send(Staff who, String path, String command, @Nullable Object body) {
        var version = Staff.programmeManager().read(path).header("ETag");
        return who.with("If-Match", version).post(path + command, body);
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isBetween(200, 201);
        return answer;
    }
}
