package org.homeward.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.local.Port;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A programme is opened, with its fund and the committee that judges who gets money of it. */
record Opening(Programme programme, Steps steps) {

    /** Its members, with where they work; in one order, so that a second run repeats the first. */
    static final Map<String, String> COMMITTEE =
            new TreeMap<>(Map.of("committee-1", "mission", "committee-2", "bilateral"));

    void open() {
        var body = programme.part().fields();
        body.remove("quota");
        body.remove("fund");
        steps.post("open", "programme-manager", Port.BENEFICIARY, "/api/v1/programmes", null, body);
        openFund();
        steps.post(
                "appoint committee",
                "programme-manager",
                Port.GRANT,
                "/api/v1/funds/" + programme.fund() + "/committee",
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
                                .toList()));
        steps.say("open, with a fund and a committee of " + COMMITTEE.size());
    }

    /** Whether news of the programme has come shows by trying. */
    private void openFund() {
        var body =
                new LinkedHashMap<String, @Nullable Object>(programme.part().at("fund").fields());
        body.put("id", programme.fund());
        body.put("programme", programme.code());
        Steps.done(
                "fund",
                programme.part().at("fund"),
                steps.api()
                        .waitFor(
                                "the programme to reach grant-service",
                                () ->
                                        steps.send(
                                                "open fund",
                                                "finance-officer",
                                                "POST",
                                                Port.GRANT,
                                                "/api/v1/funds",
                                                null,
                                                body),
                                answer -> !answer.problem().equals("programme-unknown")));
    }

    /** Where the fund's money stands. */
    JsonNode ledger() {
        return steps.read("finance-officer", Port.GRANT, "/api/v1/funds/" + programme.fund(), null)
                .path("ledger");
    }
}
