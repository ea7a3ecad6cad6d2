package org.homeward.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.homeward.local.Port;
import org.homeward.local.Refusal;
import org.homeward.local.identity.DemoUser;
import org.homeward.local.identity.DemoUsers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The e-mails that tell of grants: of each one to the grant-officer and one to the person it is
 * for, if she has an address.
 */
final class Mails {

    private static final String OFFICER = "grant-officer";
    private static final String MINE = "/api/v1/deliveries/mine";

    /** Whoever may have subscribed to e-mails. */
    private static final List<String> STAFF =
            DemoUsers.load().all().stream()
                    .filter(user -> !user.roles().equals(List.of("donor-viewer")))
                    .map(DemoUser::username)
                    .toList();

    private final Api api;
    private Count expected = new Count(0, 0);

    Mails(Api api) {
        this.api = api;
    }

    void subscribe(String key) {
        var choice = new LinkedHashMap<String, @Nullable Object>();
        choice.put("occasions", List.of("GRANT_APPROVED"));
        choice.put("language", "en");
        var answer =
                api.command(
                        OFFICER,
                        "PUT",
                        Port.NOTIFICATION,
                        "/api/v1/subscriptions/mine",
                        key,
                        null,
                        choice);
        if (!answer.isDone()) {
            throw new Refusal(
                    "subscription was refused: " + answer.status() + " " + answer.text("detail"));
        }
    }

    /**
     * What the history must come to: that of before, when nothing of it is under way any more, and
     * the mails of the grants to come.
     *
     * @param applying with those whose grant an earlier run has made
     */
    void expectThoseOf(List<CaseRun> applying) {
        var granted = applying.stream().filter(Mails::isGranted).toList();
        var least = Count.of(granted);
        var before = count(now -> now.covers(least)).orAtLeast(least);
        expected =
                before.plus(
                        Count.of(applying.stream().filter(run -> !granted.contains(run)).toList()));
    }

    private static boolean isGranted(CaseRun run) {
        return run.grant().filter(GrantJourney::isGranted).isPresent();
    }

    void check(List<String> differences) {
        var found = count(expected::equals);
        if (found.toOfficer() != expected.toOfficer()) {
            differences.add(
                    "the grant-officer was told of "
                            + found.toOfficer()
                            + " grants, not of "
                            + expected.toOfficer());
        }
        if (found.toPeople() != expected.toPeople()) {
            differences.add(
                    found.toPeople()
                            + " people were told of their grants, not "
                            + expected.toPeople());
        }
    }

    /** When no e-mail about a grant is under way and the others are as they should be. */
    private Count count(Predicate<Count> come) {
        long start = System.nanoTime();
        while (true) {
            var all = ofGrants("administrator", "/api/v1/deliveries");
            var mails =
                    new Count(
                            delivered(ofGrants(OFFICER, MINE)),
                            delivered(all)
                                    - STAFF.stream()
                                            .mapToLong(user -> delivered(ofGrants(user, MINE)))
                                            .sum());
            boolean underWay = all.stream().anyMatch(mail -> isIn(mail, "QUEUED"));
            if ((!underWay && come.test(mails))
                    || System.nanoTime() - start > Api.PATIENCE.toNanos()) {
                return mails;
            }
            Api.pause();
        }
    }

    private List<JsonNode> ofGrants(String user, String path) {
        return api.all(user, Port.NOTIFICATION, path).stream()
                .filter(mail -> mail.path("occasion").asString("").equals("GRANT_APPROVED"))
                .toList();
    }

    private static long delivered(List<JsonNode> mails) {
        return mails.stream().filter(mail -> isIn(mail, "DELIVERED")).count();
    }

    private static boolean isIn(JsonNode mail, String state) {
        return mail.path("state").asString("").equals(state);
    }

    /** How many e-mails told of grants. */
    private record Count(long toOfficer, long toPeople) {

        static Count of(List<CaseRun> granted) {
            return new Count(granted.size(), granted.stream().filter(CaseRun::hasEmail).count());
        }

        boolean covers(Count least) {
            return toOfficer >= least.toOfficer && toPeople >= least.toPeople;
        }

        Count orAtLeast(Count least) {
            return new Count(
                    Math.max(toOfficer, least.toOfficer), Math.max(toPeople, least.toPeople));
        }

        Count plus(Count more) {
            return new Count(toOfficer + more.toOfficer, toPeople + more.toPeople);
        }
    }
}
