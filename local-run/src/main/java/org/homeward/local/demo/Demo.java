package org.homeward.local.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.homeward.local.Port;
import org.homeward.local.Refusal;
import org.homeward.local.identity.DemoUser;
import org.homeward.local.identity.DemoUsers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Plays a file of cases from the first interview to the public page, and checks what came of it.
 */
final class Demo {

    /** Its members, with where they work; in one order, so that a second run repeats the first. */
    static final Map<String, String> COMMITTEE =
            new TreeMap<>(Map.of("committee-1", "mission", "committee-2", "bilateral"));

    private static final String OFFICER = "grant-officer";
    private static final String MINE = "/api/v1/deliveries/mine";

    /** Whoever may have subscribed to e-mails. */
    private static final List<String> STAFF =
            DemoUsers.load().all().stream()
                    .filter(user -> !user.roles().equals(List.of("donor-viewer")))
                    .map(DemoUser::username)
                    .toList();

    private final CasesFile file;
    private final Api api;
    private final PrintStream out;
    private final Progress progress;

    Demo(CasesFile file, Api api, PrintStream out) {
        this.file = file;
        this.api = api;
        this.out = out;
        this.progress = new Progress(out);
    }

    /** Whether everything came out as the file says. */
    boolean play() {
        subscribe();
        openFund();
        appointCommittee();
        var clocks = new Clocks(api, progress);
        var runs =
                file.cases().stream()
                        .map(one -> new CaseRun(one, file, api, clocks, progress))
                        .toList();
        runs.forEach(CaseRun::register);
        runs.forEach(CaseRun::consentToHelp);
        var mails = mailsToCome(runs);
        runs.forEach(CaseRun::apply);
        runs.forEach(CaseRun::tell);
        runs.forEach(CaseRun::agreeToStory);
        runs.forEach(CaseRun::publish);
        runs.forEach(CaseRun::withdraw);
        return check(runs, mails);
    }

    private void subscribe() {
        var choice = new LinkedHashMap<String, @Nullable Object>();
        choice.put("occasions", List.of("GRANT_APPROVED"));
        choice.put("language", "en");
        done(
                "subscription",
                api.command(
                        OFFICER,
                        "PUT",
                        Port.NOTIFICATION,
                        "/api/v1/subscriptions/mine",
                        CasesFile.id(file.seed(), "subscribe").toString(),
                        null,
                        choice));
    }

    private void openFund() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", file.fundId());
        body.put("programme", file.programme().text());
        body.put("donor", file.fund().at("donor").text());
        body.put("ceiling", file.fund().at("ceiling").json());
        var answer =
                api.command(
                        "finance-officer",
                        "POST",
                        Port.GRANT,
                        "/api/v1/funds",
                        CasesFile.id(file.seed(), "open fund").toString(),
                        null,
                        body);
        var violation = answer.body().path("violations").path(0);
        if (!violation.isMissingNode()) {
            var pointer = violation.path("pointer").asString("");
            throw file.ofFund(pointer)
                    .mistake("fund was refused: " + violation.path("message").asString(""));
        }
        done("fund", answer);
        progress.say("fund of " + file.programme().text() + " is open");
    }

    private void appointCommittee() {
        done(
                "committee",
                api.command(
                        "programme-manager",
                        "POST",
                        Port.GRANT,
                        "/api/v1/funds/" + file.fundId() + "/committee",
                        CasesFile.id(file.seed(), "appoint committee").toString(),
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
        progress.say("committee of " + COMMITTEE.size() + " is appointed");
    }

    private boolean check(List<CaseRun> runs, Mails mails) {
        var differences = new ArrayList<String>();
        checkMails(mails, differences);
        out.printf(
                "%n%-6s %-14s %-16s %-5s %s%n", "case", "case number", "grant", "page", "address");
        for (int i = 0; i < runs.size(); i++) {
            var row = runs.get(i).row();
            out.printf(
                    "%-6s %-14s %-16s %-5s %s%n",
                    row.name(), row.caseNumber(), row.grant(), row.page(), row.path());
            differences.addAll(row.differences(file.cases().get(i)));
        }
        if (differences.isEmpty()) {
            out.println("\nAll as expected.");
        } else {
            differences.forEach(difference -> out.println("DIFFERENT: " + difference));
        }
        return differences.isEmpty();
    }

    /**
     * What the history of e-mails about grants must come to: that of before, when nothing of it is
     * under way any more, and of each grant to come one to the grant-officer and one to the person
     * it is for, if she has an address.
     */
    private Mails mailsToCome(List<CaseRun> runs) {
        var least = Mails.of(runs.stream().filter(CaseRun::hasGrant).toList());
        var before = mails(now -> now.covers(least)).orAtLeast(least);
        return before.plus(Mails.of(runs.stream().filter(run -> !run.hasGrant()).toList()));
    }

    private void checkMails(Mails expected, List<String> differences) {
        var found = mails(expected::equals);
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
    private Mails mails(Predicate<Mails> come) {
        long start = System.nanoTime();
        while (true) {
            var all = grantMails("administrator", "/api/v1/deliveries");
            var mails =
                    new Mails(
                            delivered(grantMails(OFFICER, MINE)),
                            delivered(all)
                                    - STAFF.stream()
                                            .mapToLong(user -> delivered(grantMails(user, MINE)))
                                            .sum());
            boolean underWay = all.stream().anyMatch(mail -> isIn(mail, "QUEUED"));
            if ((!underWay && come.test(mails))
                    || System.nanoTime() - start > Api.PATIENCE.toNanos()) {
                return mails;
            }
            Api.pause();
        }
    }

    private List<JsonNode> grantMails(String user, String path) {
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
    private record Mails(long toOfficer, long toPeople) {

        static Mails of(List<CaseRun> granted) {
            return new Mails(granted.size(), granted.stream().filter(CaseRun::hasEmail).count());
        }

        boolean covers(Mails least) {
            return toOfficer >= least.toOfficer && toPeople >= least.toPeople;
        }

        Mails orAtLeast(Mails least) {
            return new Mails(
                    Math.max(toOfficer, least.toOfficer), Math.max(toPeople, least.toPeople));
        }

        Mails plus(Mails more) {
            return new Mails(toOfficer + more.toOfficer, toPeople + more.toPeople);
        }
    }

    private static void done(String step, Answer answer) {
        if (!answer.isDone()) {
            throw new Refusal(
                    step + " was refused: " + answer.status() + " " + answer.text("detail"));
        }
    }
}
