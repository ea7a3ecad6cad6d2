package org.homeward.local.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a case, as the APIs and the public site say at the end; what the case has nothing to
 * do with is {@link #NONE}.
 *
 * @param says the case in a few words
 * @param rank in the selection
 * @param handedOver how many of the items of the grant
 * @param jobs at the last visit
 * @param page HTTP status of the story's page
 * @param path of the page
 */
record Row(
        String name,
        String says,
        String caseNumber,
        String score,
        String rank,
        String grant,
        String handedOver,
        String jobs,
        String page,
        String path) {

    static final String NONE = "-";

    private static final String LINE = "%-5s %-48s %-13s %-5s %-4s %-13s %-11s %-4s %-4s %s";

    static String head() {
        return LINE.formatted(
                "case",
                "who",
                "case number",
                "score",
                "rank",
                "grant",
                "handed over",
                "jobs",
                "page",
                "address");
    }

    String line() {
        return LINE.formatted(
                name, says, caseNumber, score, rank, grant, handedOver, jobs, page, path);
    }

    List<String> differences(DemoCase expected) {
        var differences = new ArrayList<String>();
        if (caseNumber.isEmpty()) {
            differences.add("case " + name + ": is not registered");
        }
        compare("score", score, expected.score(), differences);
        compare("rank", rank, expected.rank(), differences);
        compare("grant", grant, expected.grant(), differences);
        compare("handed over", handedOver, expected.handedOver(), differences);
        compare("jobs", jobs, expected.jobs(), differences);
        compare("page", page, expected.page(), differences);
        return differences;
    }

    private void compare(String what, String is, String expected, List<String> differences) {
        if (!is.equals(expected)) {
            differences.add("case " + name + ": " + what + " is " + is + ", not " + expected);
        }
    }
}
