package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.kit.test.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Brings funds and applications to where a test begins. */
final class Cases {

    static final String FUNDS = "/api/v1/funds";
    static final String APPLICATIONS = "/api/v1/applications";

    private Cases() {}

    /** With a committee. */
    static UUID fund(String ceiling) {
        return withCommittee(fundWithoutCommittee(ceiling));
    }

    /** Of another programme than all other tests', with a committee. */
    static UUID fundOf(String programme) {
        return withCommittee(
                made(Staff.financeOfficer().post(FUNDS, Bodies.fund(programme, "10000.00"))));
    }

    private static UUID withCommittee(UUID fund) {
        made(Staff.programmeManager().post(FUNDS + "/" + fund + "/committee", Bodies.committee()));
        return fund;
    }

    static UUID fundWithoutCommittee(String ceiling) {
        return made(Staff.financeOfficer().post(FUNDS, Bodies.fund(ceiling)));
    }

    static String draft(UUID beneficiary, UUID fund) {
        return made(
                Staff.grantOfficer().post(APPLICATIONS, Bodies.application(beneficiary, fund)),
                APPLICATIONS);
    }

    /** Its path; it is at version 2. */
    static String submitted(UUID beneficiary, UUID fund) {
        var path = draft(beneficiary, fund);
        var answer = Staff.grantOfficer().ifMatch(1).post(path + "/submission", null);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return path;
    }

    static String submitted() {
        return submitted(BeneficiaryService.consentingTailor(), fund("10000.00"));
    }

    /** Its path; the committee has voted for it, and it is at version 4. */
    static String carried(UUID beneficiary, UUID fund) {
        return voted(submitted(beneficiary, fund), "FOR");
    }

    static String carried() {
        return voted(submitted(), "FOR");
    }

    /** As many votes as the quorum needs, on what was handed in last. */
    static String voted(String application, String ballot) {
        int last = Staff.programmeManager().read(application).json().path("submissions").asInt();
        for (int member = 1; member <= 2; member++) {
            var answer =
                    Staff.member(member).post(application + "/votes", Bodies.vote(last, ballot));
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        }
        return application;
    }

    /** The path of a grant in kind, at version 1. */
    static String granted(UUID beneficiary, UUID fund) {
        var application = carried(beneficiary, fund);
        var answer = Staff.programmeManager().ifMatch(4).post(application + "/approval", null);
        made(answer);
        return answer.location();
    }

    /** Two machines of a grant are bought and handed over, the rest is given up; the day of it. */
    static LocalDate handedOver(String grant) {
        for (int givenUp : List.of(0, 2)) {
            step(Staff.grantOfficer(), grant, givenUp, "/cancellation", Bodies.reason());
        }
        var buyer = Staff.of("buyer", "mission", List.of("grant-officer"), "*");
        step(buyer, grant, 1, "/order", Bodies.order("3900.00"));
        step(Staff.grantOfficer(), grant, 1, "/receipt", null);
        step(Staff.financeOfficer(), grant, 1, "/payments", null);
        step(Staff.grantOfficer(), grant, 1, "/handover", Bodies.handover("JK-1", "JK-2"));
        daysPass(Duration.ofDays(367));
        var handedOver = Staff.grantOfficer().read(grant).json().path("handedOver");
        return LocalDate.parse(handedOver.asString());
    }

    private static void step(
            Staff who, String grant, int item, String path, @Nullable Object body) {
        var items = Staff.grantOfficer().read(grant).json().path("items");
        var id = items.path(item).path("id").asString();
        done(who.ifMatch(version(grant)).post(grant + "/items/" + id + path, body));
    }

    static void visited(String grant, String planned, LocalDate made) {
        var monitor = Staff.in("monitoring-officer");
        done(monitor.post(grant + "/visits", Bodies.visit(planned, made)));
    }

    static long version(String grant) {
        return Staff.grantOfficer().read(grant).json().path("version").asLong();
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    }

    /** In the programme, for all tests that follow. */
    static void daysPass(Duration time) {
        var clock = "/local/v1/programme-clock";
        var administrator = Staff.in("administrator");
        var before = Duration.parse(administrator.get(clock).json().path("offset").asString());
        var moved = administrator.put(clock, Map.of("offset", before.plus(time).toString()));
        assertThat(moved.status()).as("%s", moved).isEqualTo(200);
    }

    /**
     * A page of what moved its money.
     *
     * @param query may be empty
     */
    static Answer movements(UUID fund, String query) {
        return Staff.financeOfficer()
                .with("Homeward-Purpose", "monitoring")
                .get(FUNDS + "/" + fund + "/movements" + query);
    }

    /** What lies where by the movements alone; nothing where nothing does. */
    static Map<String, BigDecimal> sumOfMovements(JsonNode movements) {
        var sums = new HashMap<String, BigDecimal>();
        for (var movement : movements) {
            var amount = new BigDecimal(movement.at("/amount/amount").asString());
            switch (movement.path("kind").asString()) {
                case "RESERVED" -> sums.merge("reserved", amount, BigDecimal::add);
                case "FREED" -> sums.merge("reserved", amount.negate(), BigDecimal::add);
                case "COMMITTED" -> {
                    sums.merge("reserved", amount.negate(), BigDecimal::add);
                    sums.merge("committed", amount, BigDecimal::add);
                }
                case "CANCELLED" -> sums.merge("committed", amount.negate(), BigDecimal::add);
                case "SPENT" -> {
                    sums.merge("committed", amount.negate(), BigDecimal::add);
                    sums.merge("spent", amount, BigDecimal::add);
                }
                case "RETURNED" -> sums.merge("spent", amount.negate(), BigDecimal::add);
                default -> throw new AssertionError(movement.toString());
            }
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    static UUID idOf(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static UUID made(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.id();
    }

    private static String made(Answer answer, String collection) {
        return collection + "/" + made(answer);
    }
}
