package org.homeward.local.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.local.Port;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How somebody comes into the programme: spoken for, registered, agreeing to be helped, known with
 * her household, assessed, and referred to whoever else can help.
 */
final class Registration {

    private static final int MOST_SEARCHES = 20;
    private static final int TIME_FOR_A_REFERRAL = 60;

    private final DemoCase one;
    private final Steps steps;
    private final Clocks clocks;
    private final String worker;
    private final Consents consents;

    /**
     * @param steps of the person, who may be one of a couple
     */
    Registration(DemoCase one, Steps steps, Clocks clocks) {
        this.one = one;
        this.steps = steps;
        this.clocks = clocks;
        this.worker = one.worker();
        this.consents = new Consents(steps, worker);
    }

    UUID beneficiary() {
        return steps.id("beneficiary");
    }

    Consents consents() {
        return consents;
    }

    Evidence evidence() {
        return new Evidence(steps, worker);
    }

    /** Somebody else speaks first, where the file says so. */
    void register() {
        var spokenFor = steps.part().find("spokenFor");
        spokenFor.ifPresent(this::hear);
        enter();
        spokenFor.ifPresent(
                _ ->
                        steps.post(
                                "take up",
                                worker,
                                Port.BENEFICIARY,
                                "/api/v1/incoming-referrals/" + steps.id("word") + "/registration",
                                1L,
                                Map.of("beneficiary", beneficiary())));
        steps.say("registered");
    }

    private void hear(Part word) {
        var body = word.fields();
        body.put("id", steps.id("word"));
        body.put("channel", one.part().at("channel").text());
        body.put("district", one.part().at("district").text());
        Steps.done(
                "word",
                word,
                steps.send(
                        "word",
                        worker,
                        "POST",
                        Port.BENEFICIARY,
                        "/api/v1/incoming-referrals",
                        null,
                        body));
    }

    private void enter() {
        var person = steps.part().at("person");
        for (int n = 0; n < MOST_SEARCHES; n++) {
            var search = steps.id("search " + n);
            var query = new LinkedHashMap<String, @Nullable Object>();
            query.put("id", search);
            query.put("person", person.json());
            query.put("district", one.part().at("district").text());
            steps.post("search " + n, worker, Port.BENEFICIARY, "/api/v1/searches", null, query);
            var body = new LinkedHashMap<>(query);
            body.put("id", beneficiary());
            body.put("search", search);
            body.put("channel", one.part().at("channel").text());
            var answer =
                    steps.send(
                            "register",
                            worker,
                            "POST",
                            Port.BENEFICIARY,
                            "/api/v1/beneficiaries",
                            null,
                            body);
            if (answer.problem().equals("search-needed") || answer.problem().equals("key-reused")) {
                continue; // an earlier run searched longer ago, or registered by a later search
            }
            Steps.done("register", steps.part(), answer);
            return;
        }
        throw person.mistake("could not be registered");
    }

    /** To be helped and written to; about the story she is only asked. */
    void agree() {
        var form = evidence().keep("form", "SIGNED_FORM");
        consents.ask("CASE_MANAGEMENT");
        consents.agree("CASE_MANAGEMENT", form, null);
        if (hasEmail()) {
            consents.ask("CONTACT_BY_EMAIL");
            consents.agree("CONTACT_BY_EMAIL", form, null);
        }
        for (var partner : partners()) {
            consents.agree(consents.askToShareWith(partner), form, null);
        }
        if (one.isTold()) {
            consents.ask(Consents.STORY);
        }
        if (one.isShown()) {
            consents.ask(Consents.PHOTOGRAPH);
        }
        steps.say("agrees to be helped" + (one.isTold() ? ", is asked about a story" : ""));
    }

    boolean hasEmail() {
        return steps.part().at("person").find("email").isPresent();
    }

    private List<String> partners() {
        return referrals().stream().map(one -> one.at("partner").text()).distinct().toList();
    }

    private List<Part> referrals() {
        return steps.part().find("referrals").map(Part::items).orElse(List.of());
    }

    /**
     * @param people of the case by the names that the file gives them
     */
    void live(Map<String, UUID> people) {
        steps.part()
                .find("household")
                .ifPresent(
                        household ->
                                steps.post(
                                        "household",
                                        worker,
                                        Port.BENEFICIARY,
                                        "/api/v1/beneficiaries/" + beneficiary() + "/household",
                                        null,
                                        Map.of(
                                                "id",
                                                steps.id("household"),
                                                "household",
                                                household(household, people))));
    }

    private static Map<String, @Nullable Object> household(
            Part household, Map<String, UUID> people) {
        var members =
                household.at("members").items().stream()
                        .map(
                                part -> {
                                    var member = part.fields();
                                    part.find("beneficiary")
                                            .ifPresent(
                                                    who ->
                                                            member.put(
                                                                    "beneficiary",
                                                                    who.oneOf(people)));
                                    return member;
                                })
                        .toList();
        var body = household.fields();
        body.put("members", members);
        return body;
    }

    /**
     * @param card the scorecard in use
     */
    void assess(UUID card) {
        steps.part()
                .find("answers")
                .ifPresent(
                        answers -> {
                            steps.post(
                                    "assess",
                                    worker,
                                    Port.BENEFICIARY,
                                    "/api/v1/beneficiaries/" + beneficiary() + "/assessments",
                                    null,
                                    Map.of(
                                            "id",
                                            steps.id("assessment"),
                                            "scorecard",
                                            card,
                                            "answers",
                                            answers.fields()));
                            steps.say("assessed");
                        });
    }

    /** To partners, who take her on and help. */
    void refer() {
        for (var referral : referrals()) {
            var service = referral.at("service").text();
            var id = steps.id("referral " + service);
            var path = "/api/v1/referrals/" + id;
            if (!steps.api()
                    .get(worker, Port.BENEFICIARY, path, "case-management")
                    .isDone()) { // or it would be due on another day than in an earlier run
                request(referral, id);
            }
            long version = 1;
            for (var step : List.of("acceptance", "completion")) {
                version =
                        steps.post(
                                        step + " of " + service,
                                        referral.at("takenOnBy").text(),
                                        Port.BENEFICIARY,
                                        path + "/" + step,
                                        version,
                                        null)
                                .version();
            }
        }
        if (!referrals().isEmpty()) {
            steps.say("referred to a partner, and helped there");
        }
    }

    private void request(Part referral, UUID id) {
        var body = referral.fields();
        body.remove("takenOnBy");
        body.put("id", id);
        body.put("due", due().toString());
        Steps.done(
                "referral",
                referral,
                steps.send(
                        "referral " + id,
                        worker,
                        "POST",
                        Port.BENEFICIARY,
                        "/api/v1/beneficiaries/" + beneficiary() + "/referrals",
                        null,
                        body));
    }

    private LocalDate due() {
        return clocks.today().plusDays(TIME_FOR_A_REFERRAL);
    }

    String caseNumber() {
        return steps.read(
                        worker,
                        Port.BENEFICIARY,
                        "/api/v1/beneficiaries/" + beneficiary(),
                        "case-management")
                .path("caseNumber")
                .asString("");
    }

    /** Of the assessment, or none. */
    String score() {
        return first("assessments").path("points").asString(Row.NONE);
    }

    /** In the selection of the programme, or none. */
    String rank() {
        return first("places").path("rank").asString(Row.NONE);
    }

    private JsonNode first(String list) {
        return steps.read(
                        worker,
                        Port.BENEFICIARY,
                        "/api/v1/beneficiaries/" + beneficiary() + "/" + list,
                        "case-management")
                .path("items")
                .path(0);
    }
}
