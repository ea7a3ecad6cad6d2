package org.homeward.local.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.homeward.local.Port;
import org.homeward.local.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Plays a file of cases from the first interview to the public page, and checks what came of it.
 */
final class Demo {

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
        var clocks = new Clocks(api, progress);
        var runs =
                file.cases().stream()
                        .map(one -> new CaseRun(one, file, api, clocks, progress))
                        .toList();
        runs.forEach(CaseRun::register);
        runs.forEach(CaseRun::consentToHelp);
        runs.forEach(CaseRun::apply);
        runs.forEach(CaseRun::tell);
        runs.forEach(CaseRun::agreeToStory);
        runs.forEach(CaseRun::publish);
        runs.forEach(CaseRun::withdraw);
        return check(runs);
    }

    private void subscribe() {
        var choice = new LinkedHashMap<String, @Nullable Object>();
        choice.put("occasions", List.of("GRANT_APPROVED"));
        choice.put("language", "en");
        done(
                "subscription",
                api.command(
                        "grant-officer",
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
        body.put("programme", file.programme());
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
            throw file.fund()
                    .follow(pointer)
                    .mistake("fund was refused: " + violation.path("message").asString(""));
        }
        done("fund", answer);
        progress.say("fund of " + file.programme() + " is open");
    }

    private boolean check(List<CaseRun> runs) {
        var differences = new ArrayList<String>();
        checkMails(differences);
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

    /** Of each grant one e-mail to the grant-officer and one to the person it is for, no more. */
    private void checkMails(List<String> differences) {
        int grants = api.all("grant-officer", Port.GRANT, "/api/v1/grants").size();
        long start = System.nanoTime();
        long hers;
        long all;
        do {
            hers = delivered("grant-officer", "/api/v1/deliveries/mine");
            all = delivered("administrator", "/api/v1/deliveries");
            if (hers >= file.cases().size() && all >= 2L * file.cases().size()) {
                break;
            }
            Api.pause();
        } while (System.nanoTime() - start < Api.PATIENCE.toNanos());
        if (hers < file.cases().size() || hers > grants) {
            differences.add("the grant-officer was told of " + hers + " grants, not " + grants);
        }
        if (all < 2L * file.cases().size() || all > 2L * grants) {
            differences.add(all + " e-mails tell of " + grants + " grants, not two of each");
        }
    }

    private long delivered(String user, String path) {
        return api.all(user, Port.NOTIFICATION, path).stream()
                .filter(item -> item.path("occasion").asString("").equals("GRANT_APPROVED"))
                .filter(item -> item.path("state").asString("").equals("DELIVERED"))
                .count();
    }

    private static void done(String step, Answer answer) {
        if (!answer.isDone()) {
            throw new Refusal(
                    step + " was refused: " + answer.status() + " " + answer.text("detail"));
        }
    }
}
