package org.homeward.local.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.local.Port;
import org.jspecify.annotations.Nullable;

/** The steps of one case, each by the role that would take it. */
final class CaseRun {

    private static final int MOST_SEARCHES = 20;
    private static final int OK = 200;
    private static final String NONE = "none";

    private final DemoCase one;
    private final CasesFile file;
    private final Api api;
    private final Clocks clocks;
    private final Progress progress;
    private long reviewed;

    CaseRun(DemoCase one, CasesFile file, Api api, Clocks clocks, Progress progress) {
        this.one = one;
        this.file = file;
        this.api = api;
        this.clocks = clocks;
        this.progress = progress;
    }

    void register() {
        var person = one.part().at("person");
        for (int n = 0; n < MOST_SEARCHES; n++) {
            var search = id("search " + n);
            var query = new LinkedHashMap<String, @Nullable Object>();
            query.put("id", search);
            query.put("person", person.json());
            query.put("district", one.part().at("district").text());
            done(
                    "search",
                    send(
                            "case-worker",
                            "POST",
                            Port.BENEFICIARY,
                            "/api/v1/searches",
                            "search " + n,
                            null,
                            query));
            var body = new LinkedHashMap<>(query);
            body.put("id", id("beneficiary"));
            body.put("search", search);
            body.put("channel", one.part().at("channel").text());
            var answer =
                    send(
                            "case-worker",
                            "POST",
                            Port.BENEFICIARY,
                            "/api/v1/beneficiaries",
                            "register",
                            null,
                            body);
            if (answer.problem().equals("search-needed") || answer.problem().equals("key-reused")) {
                continue; // an earlier run searched longer ago, or registered by a later search
            }
            done("register", answer);
            progress.say(one, "registered");
            return;
        }
        throw person.mistake("could not be registered");
    }

    void consentToHelp() {
        for (var purpose : List.of("CASE_MANAGEMENT", "CONTACT_BY_EMAIL")) {
            ask(purpose);
            agree(purpose, null);
        }
        ask("STORY_PUBLICATION");
        progress.say(one, "agrees to be helped and written to, is asked about a story");
    }

    private void ask(String purpose) {
        done(
                "ask for " + purpose,
                send(
                        "case-worker",
                        "POST",
                        Port.BENEFICIARY,
                        "/api/v1/beneficiaries/" + id("beneficiary") + "/consents",
                        "ask " + purpose,
                        null,
                        Map.of(
                                "id",
                                id(purpose),
                                "purpose",
                                purpose,
                                "language",
                                "tg",
                                "textVersion",
                                "2026-1")));
    }

    private Answer agree(String purpose, @Nullable String textHash) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("way", "SIGNED_FORM");
        body.put("evidence", one.scan("form for " + purpose));
        if (textHash != null) {
            body.put("textHash", textHash);
        }
        var answer =
                send(
                        "case-worker",
                        "POST",
                        Port.BENEFICIARY,
                        "/api/v1/consents/" + id(purpose) + "/agreement",
                        "agree " + purpose,
                        1L,
                        body);
        return answer.problem().equals("cooling-off")
                ? answer
                : done("agree to " + purpose, answer);
    }

    void apply() {
        api.waitFor(
                "registration and consent to reach grant-service",
                "grant-officer",
                Port.GRANT,
                "/api/v1/people/" + id("beneficiary") + "/eligibility",
                null,
                answer -> answer.body().path("consentInForce").asBoolean());
        var proposal = new LinkedHashMap<String, @Nullable Object>();
        proposal.put("fund", file.fundId());
        if (one.part().at("proposal").json() instanceof Map<?, ?> stated) {
            stated.forEach((key, value) -> proposal.put(key.toString(), value));
        }
        var written =
                done(
                        "application",
                        send(
                                "grant-officer",
                                "POST",
                                Port.GRANT,
                                "/api/v1/applications",
                                "apply",
                                null,
                                Map.of(
                                        "id", id("application"),
                                        "beneficiary", id("beneficiary"),
                                        "proposal", proposal)));
        var path = "/api/v1/applications/" + id("application");
        var submitted =
                done(
                        "submission",
                        send(
                                "grant-officer",
                                "POST",
                                Port.GRANT,
                                path + "/submission",
                                "submit",
                                written.version(),
                                null));
        var voted = submitted;
        for (var member : Demo.COMMITTEE.keySet()) {
            voted =
                    done(
                            "vote",
                            send(
                                    member,
                                    "POST",
                                    Port.GRANT,
                                    path + "/votes",
                                    "vote of " + member,
                                    null,
                                    Map.of(
                                            "submission",
                                            1,
                                            "ballot",
                                            "FOR",
                                            "reason",
                                            "The plan fits the place and the person")));
        }
        done(
                "approval",
                send(
                        "programme-manager",
                        "POST",
                        Port.GRANT,
                        path + "/approval",
                        "approve",
                        voted.version(),
                        null));
        progress.say(one, "application written, carried by the committee and approved");
    }

    void tell() {
        var story = one.part().at("story");
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put("programme", file.programme().text());
        story.find("region").ifPresent(part -> content.put("region", part.text()));
        story.find("sector").ifPresent(part -> content.put("sector", part.text()));
        content.put(
                "persons",
                List.of(
                        Map.of(
                                "consent", id("STORY_PUBLICATION"),
                                "nameChanged", story.at("nameChanged").flag())));
        content.put("versions", story.at("versions").json());
        var drafted =
                done(
                        "story",
                        story,
                        "/content",
                        send(
                                "story-editor",
                                "POST",
                                Port.STORY,
                                "/api/v1/stories",
                                "draft",
                                null,
                                Map.of("id", id("story"), "kind", "STORY", "content", content)));
        var submitted =
                done(
                        "story's submission",
                        send(
                                "story-editor",
                                "POST",
                                Port.STORY,
                                path() + "/submission",
                                "submit story",
                                drafted.version(),
                                null));
        var tested =
                api.ask(
                        "protection-officer",
                        Port.STORY,
                        path() + "/disclosure-test",
                        "disclosure-review");
        if (tested.isDone()) {
            progress.say(
                    one,
                    "disclosure test: " + tested.body().path("hits").size() + " places to look at");
        }
        var approve = Map.of("verdict", "APPROVE");
        var disclosed =
                done(
                        "disclosure review",
                        send(
                                "protection-officer",
                                "POST",
                                Port.STORY,
                                path() + "/disclosure-review",
                                "disclosure",
                                submitted.version(),
                                approve));
        reviewed =
                done(
                                "content review",
                                send(
                                        "communications-lead",
                                        "POST",
                                        Port.STORY,
                                        path() + "/content-review",
                                        "content",
                                        disclosed.version(),
                                        approve))
                        .version();
        progress.say(one, "story written, and reviewed by two others");
    }

    /** The fresh yes to the final text, after the cooling-off. */
    void agreeToStory() {
        var hash =
                api.get("communications-lead", Port.STORY, path() + "/consents", null)
                        .text("textHash");
        var state = consentState();
        if (state.equals("REQUESTED")) {
            var answer = agree("STORY_PUBLICATION", hash);
            if (answer.problem().equals("cooling-off")) {
                clocks.moveTo(Instant.parse(answer.text("until")));
                done("agree to the story", agree("STORY_PUBLICATION", hash));
            }
            progress.say(one, "says yes to the final text after the cooling-off");
        }
    }

    void publish() {
        boolean agreed = consentState().equals("GIVEN");
        if (agreed) {
            api.waitFor(
                    "the consent to reach story-service",
                    "communications-lead",
                    Port.STORY,
                    path() + "/consents",
                    null,
                    answer ->
                            answer.body().path("complete").asBoolean()
                                    && answer.body().path("current").asBoolean());
        }
        done(
                "publication",
                send(
                        "communications-lead",
                        "POST",
                        Port.STORY,
                        path() + "/publication",
                        "publish",
                        reviewed,
                        null));
        if (agreed && pageStatus(OK) != OK) {
            throw one.part().mistake("the page does not appear at " + page());
        }
        progress.say(one, "story published at " + page());
    }

    /** She takes it back, and the page goes in every language. */
    void withdraw() {
        if (!one.withdraws()) {
            return;
        }
        done(
                "withdrawal",
                send(
                        "case-worker",
                        "POST",
                        Port.BENEFICIARY,
                        "/api/v1/consents/" + id("STORY_PUBLICATION") + "/withdrawal",
                        "withdraw",
                        null,
                        null));
        progress.say(one, "takes the story back");
    }

    boolean hasEmail() {
        return one.hasEmail();
    }

    /** False before her application is approved; an earlier run may have come as far. */
    boolean hasGrant() {
        return !grant().equals(NONE);
    }

    private String grant() {
        return api.get(
                        "grant-officer",
                        Port.GRANT,
                        "/api/v1/applications/" + id("application"),
                        "monitoring")
                .body()
                .path("decision")
                .path("grant")
                .asString(NONE);
    }

    Row row() {
        var grant = api.get("grant-officer", Port.GRANT, "/api/v1/grants/" + grant(), null);
        return new Row(
                one.name(),
                api.get(
                                "case-worker",
                                Port.BENEFICIARY,
                                "/api/v1/beneficiaries/" + id("beneficiary"),
                                "case-management")
                        .text("caseNumber"),
                grant.body().path("amount").path("amount").asString("")
                        + " "
                        + grant.body().path("amount").path("currency").asString(""),
                pageStatus(one.expectedPage()),
                page());
    }

    /** The status of the page in all languages; waits for the one that is expected. */
    private int pageStatus(int expected) {
        long start = System.nanoTime();
        while (true) {
            var statuses =
                    one.languages().stream()
                            .map(language -> api.page("/" + language + page()).statusCode())
                            .distinct()
                            .toList();
            boolean settled = statuses.size() == 1 && statuses.getFirst() == expected;
            if (settled || System.nanoTime() - start > Api.PATIENCE.toNanos() / 3) {
                return statuses.size() == 1 ? statuses.getFirst() : 0;
            }
            Api.pause();
        }
    }

    private String page() {
        return api.get("communications-lead", Port.STORY, path(), "content-review").text("path");
    }

    private String consentState() {
        return api.get(
                        "case-worker",
                        Port.BENEFICIARY,
                        "/api/v1/consents/" + id("STORY_PUBLICATION"),
                        "case-management")
                .text("state");
    }

    private String path() {
        return "/api/v1/stories/" + id("story");
    }

    private UUID id(String what) {
        return one.id(what);
    }

    private Answer send(
            String user,
            String method,
            Port service,
            String path,
            String key,
            @Nullable Long version,
            @Nullable Object body) {
        return api.command(user, method, service, path, id("key " + key).toString(), version, body);
    }

    private Answer done(String step, Answer answer) {
        return done(step, one.part(), "", answer);
    }

    /**
     * A refusal is shown at the line of the cases file that it is about.
     *
     * @param prefix under which the part stands in what was sent
     */
    private static Answer done(String step, Part part, String prefix, Answer answer) {
        if (answer.isDone()) {
            return answer;
        }
        var violation = answer.body().path("violations").path(0);
        if (!violation.isMissingNode()) {
            var pointer = violation.path("pointer").asString("");
            var inside = pointer.startsWith(prefix) ? pointer.substring(prefix.length()) : pointer;
            throw part.follow(inside)
                    .mistake(
                            step
                                    + " was refused: "
                                    + pointer
                                    + " "
                                    + violation.path("message").asString(""));
        }
        throw part.mistake(
                step
                        + " was refused: "
                        + answer.status()
                        + " "
                        + answer.text("title")
                        + ": "
                        + answer.text("detail"));
    }
}
