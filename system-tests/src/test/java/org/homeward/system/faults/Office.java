package org.homeward.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.homeward.local.demo.Answer;

/**
 * One fund for all, with too little money, and the finance officer who raises its ceiling a little
 * again and again: so approvals and ceilings meet in one aggregate that never rests.
 */
final class Office {

    /** Its members, with where they work. */
    static final Map<String, String> COMMITTEE =
            new TreeMap<>(Map.of("committee-1", "mission", "committee-2", "bilateral"));

    private static final String PROGRAMME = "INCOME-26";
    private static final Duration NEWS = Duration.ofMinutes(1);
    private static final int FIRST = 5000;
    private static final int MORE = 200;

    private final Staff staff;
    private final UUID fund;
    private int ceiling = FIRST;

    Office(Staff staff, Random random) {
        this.staff = staff;
        this.fund =
                new UUID(
                        (random.nextLong() & ~0xF000L) | 0x4000L,
                        (random.nextLong() & (Long.MAX_VALUE >> 1)) | Long.MIN_VALUE);
    }

    UUID fund() {
        return fund;
    }

    void open(Random random) {
        done(
                staff.command(
                        random,
                        "programme-manager",
                        Service.BENEFICIARY,
                        "/api/v1/programmes",
                        null,
                        Map.of(
                                "code", PROGRAMME,
                                "objectives", List.of("INCOME_GENERATION"),
                                "donors", List.of("BILATERAL-1"),
                                "agencies", List.of("MISSION"),
                                "partners", List.of(),
                                "districts", List.of("TJ-KT-SHAHRITUS"),
                                "from", "2026-01-01",
                                "until", "2029-12-31",
                                "target", 40)));
        done(openFund(random));
        done(
                staff.command(
                        random,
                        "programme-manager",
                        Service.GRANT,
                        "/api/v1/funds/" + fund + "/committee",
                        null,
                        Map.of(
                                "quorum",
                                COMMITTEE.size(),
                                "members",
                                COMMITTEE.entrySet().stream()
                                        .map(
                                                member ->
                                                        Map.of(
                                                                "subject", member.getKey(),
                                                                "organisation", member.getValue()))
                                        .toList())));
        subscribe(random, "grant-officer", List.of("GRANT_APPROVED"));
        subscribe(random, "programme-manager", List.of("APPLICATION_SUBMITTED"));
        subscribe(random, "communications-lead", List.of("STORY_PUBLISHED", "STORY_RETRACTED"));
    }

    /** As soon as news of the programme has come. */
    private Answer openFund(Random random) {
        long start = System.nanoTime();
        while (true) {
            var reply =
                    staff.command(
                            random,
                            "finance-officer",
                            Service.GRANT,
                            "/api/v1/funds",
                            null,
                            Map.of(
                                    "id",
                                    fund,
                                    "programme",
                                    PROGRAMME,
                                    "donor",
                                    "BILATERAL-1",
                                    "ceiling",
                                    Samples.money(ceiling)));
            if (!reply.problem().equals("programme-unknown")
                    || System.nanoTime() - start > NEWS.toNanos()) {
                return reply;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private void subscribe(Random random, String user, List<String> occasions) {
        done(
                staff.put(
                        random,
                        user,
                        "PUT",
                        Service.NOTIFICATION,
                        "/api/v1/subscriptions/mine",
                        new UUID(random.nextLong(), random.nextLong()).toString(),
                        null,
                        Map.of("occasions", occasions, "language", "en")));
    }

    /** One more change of the fund; somebody may have been faster. */
    void raise(Random random) {
        var path = "/api/v1/funds/" + fund;
        var seen = staff.get(random, "finance-officer", Service.GRANT, path, "monitoring");
        if (seen.isDone()) {
            var raised =
                    staff.command(
                            random,
                            "finance-officer",
                            Service.GRANT,
                            path + "/ceiling",
                            seen.version(),
                            Map.of("ceiling", Samples.money(ceiling + MORE)));
            if (raised.isDone()) {
                ceiling += MORE;
            }
        }
    }

    private static void done(Answer reply) {
        if (!reply.isDone()) {
            throw new IllegalStateException("the load can't begin: " + reply);
        }
    }
}
