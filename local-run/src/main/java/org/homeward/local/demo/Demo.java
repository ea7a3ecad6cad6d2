package org.homeward.local.demo;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Plays a file of cases from the first word about somebody to the public page, a year and more of
 * the programme's time, and checks what came of it.
 */
final class Demo {

    private static final int MONTHS = 12;
    private static final int PUBLIC = 200;

    private final CasesFile file;
    private final Api api;
    private final PrintStream out;
    private final Scene scene;
    private final List<Opening> programmes;
    private final List<CaseRun> cases;
    private final List<StoryJourney> publications;

    /**
     * @param data the folder with the scorecard and the pictures
     */
    Demo(CasesFile file, Api api, PrintStream out, Path data) {
        this.file = file;
        this.api = api;
        this.out = out;
        var progress = new Progress(out);
        this.scene = new Scene(api, progress, new Clocks(api, progress), file.seed(), data);
        this.programmes =
                file.programmes().stream().map(one -> new Opening(one, steps(one))).toList();
        this.cases = file.cases().stream().map(one -> new CaseRun(one, scene)).toList();
        this.publications = file.publications().stream().map(this::publication).toList();
    }

    private Steps steps(Programme programme) {
        return scene.steps(
                "programme " + programme.code(), "programme " + programme.code(), programme.part());
    }

    private StoryJourney publication(Part part) {
        var name = part.at("name").text();
        var steps = scene.steps("publication " + name, name, part);
        return scene.story(steps, part, part.at("programme").text(), List.of());
    }

    /** Whether everything came out as the file says. */
    boolean play() {
        var mails = new Mails(api);
        mails.subscribe(CasesFile.id(file.seed(), "subscribe").toString());
        programmes.forEach(Opening::open);
        cases.forEach(CaseRun::meet);
        cases.forEach(CaseRun::register);
        cases.forEach(CaseRun::agree);
        select();
        cases.forEach(CaseRun::refer);
        mails.expectThoseOf(cases.stream().filter(run -> run.grant().isPresent()).toList());
        grants(cases).forEach(GrantJourney::apply);
        help(
                grants(cases.stream().filter(run -> run.one().isVisited()).toList()).stream()
                        .filter(grant -> !grant.isClosed())
                        .toList());
        publish();
        cases.forEach(CaseRun::withdraw);
        return check(mails);
    }

    /** Where a programme has a round for it. */
    private void select() {
        if (programmes.stream().allMatch(one -> one.programme().quota().isEmpty())) {
            return;
        }
        var card =
                Selection.card(
                        scene.data().resolve("need-scorecard.json"), programmes.getFirst().steps());
        cases.forEach(run -> run.assess(card));
        for (var one : programmes) {
            one.programme()
                    .quota()
                    .ifPresent(
                            quota ->
                                    new Selection(one.programme(), one.steps(), scene.clocks())
                                            .hold(card, quota));
        }
    }

    private static List<GrantJourney> grants(List<CaseRun> runs) {
        return runs.stream().map(CaseRun::grant).flatMap(Optional::stream).toList();
    }

    /** What was granted is handed over; then a year goes by. */
    private void help(List<GrantJourney> grants) {
        if (grants.isEmpty()) {
            return;
        }
        grants.forEach(GrantJourney::handOver);
        var last = Collections.max(grants.stream().map(GrantJourney::handedOver).toList());
        for (int month = 1; month <= MONTHS; month++) {
            scene.clocks().moveTo(last.plusMonths(month));
            for (var grant : grants) {
                grant.month(month);
            }
        }
        grants.forEach(GrantJourney::close);
    }

    private void publish() {
        var all = new ArrayList<>(publications);
        cases.stream().map(CaseRun::story).flatMap(Optional::stream).forEach(all::add);
        all.removeIf(StoryJourney::isPublished);
        all.forEach(StoryJourney::tell);
        all.forEach(StoryJourney::agree);
        all.forEach(StoryJourney::publish);
    }

    private boolean check(Mails mails) {
        var differences = new ArrayList<String>();
        mails.check(differences);
        out.println("\n" + Row.head());
        for (var run : cases) {
            var row = run.row();
            out.println(row.line());
            differences.addAll(row.differences(run.one()));
        }
        out.println();
        for (int i = 0; i < publications.size(); i++) {
            var name = file.publications().get(i).at("name").text();
            int status = publications.get(i).pageStatus(PUBLIC);
            out.println(name + ": " + status + " " + publications.get(i).page());
            if (status != PUBLIC) {
                differences.add(name + ": page is " + status + ", not " + PUBLIC);
            }
        }
        programmes.forEach(one -> checkMoney(one, differences));
        if (differences.isEmpty()) {
            out.println("\nAll as expected.");
        } else {
            differences.forEach(difference -> out.println("DIFFERENT: " + difference));
        }
        return differences.isEmpty();
    }

    /**
     * What was handed over is paid, what is granted else is promised, and nothing is on its way.
     */
    private void checkMoney(Opening opening, List<String> differences) {
        var ledger = opening.ledger();
        var told = new StringJoiner(", ", opening.programme().code() + ": ", "");
        for (var account : List.of("reserved", "committed", "spent")) {
            var amount = new BigDecimal(ledger.path(account).path("amount").asString());
            var expected = expected(account, opening.programme());
            told.add(amount + " " + account);
            if (amount.compareTo(expected) != 0) {
                differences.add(
                        opening.programme().code()
                                + ": "
                                + amount
                                + " is "
                                + account
                                + ", not "
                                + expected);
            }
        }
        out.println(told);
    }

    private BigDecimal expected(String account, Programme programme) {
        return cases.stream()
                .map(CaseRun::one)
                .filter(one -> one.programme().equals(programme))
                .filter(one -> account.equals(one.isVisited() ? "spent" : "reserved"))
                .map(DemoCase::grant)
                .filter(grant -> !grant.equals(Row.NONE))
                .map(grant -> new BigDecimal(grant.substring(0, grant.indexOf(' '))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
