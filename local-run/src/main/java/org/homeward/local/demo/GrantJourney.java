package org.homeward.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.homeward.local.Port;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * From the application to a business that was visited for a year: written, sent back where the file
 * says so, carried by the committee, bought, handed over, paid, visited, closed.
 */
final class GrantJourney {

    private static final String OFFICER = "grant-officer";

    /** Receives what the first has ordered. */
    private static final String SECOND_OFFICER = "grant-and-committee";

    private static final String MANAGER = "programme-manager";
    private static final String FINANCE = "finance-officer";
    private static final String MONITOR = "monitoring-officer";
    private static final String RENT = "RENT";

    private final Steps steps;
    private final Programme programme;
    private final Evidence evidence;
    private String grant = "";
    private long version;

    /**
     * @param steps of the person whom the grant is for
     */
    GrantJourney(Steps steps, Programme programme, Evidence evidence) {
        this.steps = steps;
        this.programme = programme;
        this.evidence = evidence;
    }

    private String application() {
        return "/api/v1/applications/" + steps.id("application");
    }

    /** False before the application is approved; an earlier run may have come as far. */
    boolean isGranted() {
        return steps.api()
                .get(OFFICER, Port.GRANT, application(), "monitoring")
                .body()
                .path("decision")
                .has("grant");
    }

    void apply() {
        awaitEligibility();
        var sentBack = steps.part().find("revision");
        var first = proposal();
        sentBack.ifPresent(revision -> first.put("items", revision.at("items").json()));
        var written = write(first);
        var submitted = submit("submit", written.version());
        if (sentBack.isPresent()) {
            submitted = revise(sentBack.get(), submitted.version());
        }
        var voted = submitted;
        for (var member : Opening.COMMITTEE.keySet()) {
            voted = vote(member, sentBack.isPresent() ? 2 : 1);
        }
        var approved = act("approve", MANAGER, application() + "/approval", voted.version(), null);
        grant = approved.text("id");
        version = approved.version();
        steps.say("application written, carried by the committee and approved");
    }

    private void awaitEligibility() {
        steps.api()
                .waitFor(
                        "registration and consent to reach grant-service",
                        OFFICER,
                        Port.GRANT,
                        "/api/v1/people/" + steps.id("beneficiary") + "/eligibility",
                        "application-writing",
                        answer -> answer.body().path("consentInForce").asBoolean());
    }

    /** Who holds a place is told to nobody there: whether news of it has come shows by trying. */
    private Answer write(Map<String, @Nullable Object> proposal) {
        var written =
                steps.api()
                        .waitFor(
                                "the selection to reach grant-service",
                                () ->
                                        steps.send(
                                                "apply",
                                                OFFICER,
                                                "POST",
                                                Port.GRANT,
                                                "/api/v1/applications",
                                                null,
                                                Map.of(
                                                        "id", steps.id("application"),
                                                        "beneficiary", steps.id("beneficiary"),
                                                        "proposal", proposal)),
                                answer -> !answer.problem().equals("not-selected"));
        return Steps.done("apply", steps.part(), written);
    }

    private Map<String, @Nullable Object> proposal() {
        var proposal = steps.part().at("proposal").fields();
        proposal.put("fund", programme.fund());
        return proposal;
    }

    private Answer submit(String step, long seen) {
        return act(step, OFFICER, application() + "/submission", seen, null);
    }

    /** Sent back for what is to change, changed, and handed in again. */
    private Answer revise(Part revision, long seen) {
        var back =
                act(
                        "send back",
                        MANAGER,
                        application() + "/revision",
                        seen,
                        Map.of("what", revision.at("what").text()));
        var changed =
                Steps.done(
                        "revise",
                        steps.part().at("proposal"),
                        steps.send(
                                "revise",
                                OFFICER,
                                "PUT",
                                Port.GRANT,
                                application(),
                                back.version(),
                                proposal()));
        steps.say("application sent back and changed");
        return submit("submit again", changed.version());
    }

    /**
     * @param submission the number of the one that the member has read
     */
    private Answer vote(String member, int submission) {
        return act(
                "vote of " + member,
                member,
                application() + "/votes",
                null,
                Map.of(
                        "submission",
                        submission,
                        "ballot",
                        "FOR",
                        "reason",
                        "The plan fits the place and the person"));
    }

    /** Whether an earlier run has come to its end. */
    boolean isClosed() {
        return view().path("state").asString().equals("CLOSED");
    }

    /** Each item by two officers and signed for; the first month's rent is paid. */
    void handOver() {
        var items = view().path("items").valueStream().toList();
        for (int i = 0; i < items.size(); i++) {
            if (!isRent(items.get(i))) {
                handOver(items.get(i), i);
            }
        }
        payRent(0);
        steps.say("everything bought and handed over");
    }

    private void handOver(JsonNode item, int number) {
        var path = path(item);
        next(
                "order " + number,
                OFFICER,
                path + "/order",
                Map.of(
                        "price",
                        item.path("granted"),
                        "supplier",
                        steps.part().at("supplier").text()));
        next("receive " + number, SECOND_OFFICER, path + "/receipt", null);
        next("hand over " + number, OFFICER, path + "/handover", signature(item, number));
        next("pay " + number, FINANCE, path + "/payments", null);
    }

    private Map<String, Object> signature(JsonNode item, int number) {
        var note = evidence.keep("delivery note " + number, "SIGNATURE");
        var equipment = item.path("kind").asString().equals("EQUIPMENT");
        int units = equipment ? item.path("quantity").asInt() : 0;
        return Map.of(
                "way",
                "SIGNATURE",
                "evidence",
                note.id(),
                "hash",
                note.hash(),
                "serialNumbers",
                IntStream.rangeClosed(1, units)
                        .mapToObj(unit -> steps.name() + "-" + number + "-" + unit)
                        .toList());
    }

    /** The day on which all was handed over, from which months are counted. */
    LocalDate handedOver() {
        return LocalDate.parse(view().path("handedOver").asString());
    }

    /** What is to be done so many months later: a visit, and the rent of the next month. */
    void month(int month) {
        visits().stream()
                .filter(visit -> visit.at("planned").text().equals("MONTH_" + month))
                .forEach(this::visit);
        payRent(month);
    }

    private List<Part> visits() {
        return steps.part().at("visits").items();
    }

    private void visit(Part visit) {
        var planned = visit.at("planned").text();
        var day =
                view().path("visits")
                        .valueStream()
                        .filter(one -> one.path("planned").asString().equals(planned))
                        .map(one -> one.path("day").asString())
                        .findAny()
                        .orElseThrow(() -> visit.mistake("is not planned"));
        var body = visit.fields();
        body.put("made", day);
        var answer =
                steps.send(
                        "visit " + planned,
                        MONITOR,
                        "POST",
                        Port.GRANT,
                        "/api/v1/grants/" + grant + "/visits",
                        null,
                        body);
        version = Steps.done("visit", visit, answer).version();
        steps.say("visited, " + planned);
    }

    private void payRent(int month) {
        for (var item : view().path("items")) {
            if (isRent(item) && month < item.path("months").asInt()) {
                next("rent " + month, FINANCE, path(item) + "/payments", null);
            }
        }
    }

    void close() {
        next("close", MANAGER, "/api/v1/grants/" + grant + "/closure", null);
        steps.say("grant closed");
    }

    private static boolean isRent(JsonNode item) {
        return item.path("kind").asString().equals(RENT);
    }

    private String path(JsonNode item) {
        return "/api/v1/grants/" + grant + "/items/" + item.path("id").asString();
    }

    /** A step of the grant on the version that the step before left. */
    private void next(String step, String user, String path, @Nullable Object body) {
        version = act(step, user, path, version, body).version();
    }

    private Answer act(
            String step, String user, String path, @Nullable Long seen, @Nullable Object body) {
        return steps.post(step, user, Port.GRANT, path, seen, body);
    }

    private JsonNode view() {
        return steps.read(OFFICER, Port.GRANT, "/api/v1/grants/" + grant, "monitoring");
    }

    String amount() {
        var amount = view().path("amount");
        return amount.path("amount").asString("") + " " + amount.path("currency").asString("");
    }

    /** How many of the items the person has, or has the use of. */
    String handedOverOf() {
        var items = view().path("items").valueStream().map(one -> one.path("state").asString());
        var states = items.toList();
        long there = states.stream().filter(List.of("HANDED_OVER", "PAID")::contains).count();
        return there + " of " + states.size();
    }

    /** As the last visit found. */
    String jobs() {
        var visits =
                steps.read(MONITOR, Port.GRANT, "/api/v1/grants/" + grant + "/visits", "monitoring")
                        .path("items");
        if (visits.isEmpty()) {
            return Row.NONE;
        }
        var employed = visits.path(visits.size() - 1).path("employed");
        return ""
                + (employed.path("family").asInt()
                        + employed.path("women").asInt()
                        + employed.path("others").asInt());
    }
}
