package org.homeward.system.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.homeward.local.demo.Answer;
import org.jspecify.annotations.Nullable;

/**
 * One person on her way through the programme, from the first interview to a page and, often, its
 * end. She gives up where the rules say no, and where news from another service does not come.
 */
final class Life {

    private static final Duration NEWS = Duration.ofSeconds(90);

    /** With all up it is 5 s, with one dead 20 s; the rest is for requests on a busy machine. */
    private static final Duration HIDDEN = Duration.ofSeconds(25);

    private final Staff staff;
    private final Diary diary;
    private final Samples samples;
    private final Calendar calendar;
    private final Office office;
    private final Random random;
    private final BooleanSupplier going;
    private final UUID person;

    Life(
            Staff staff,
            Diary diary,
            Samples samples,
            Calendar calendar,
            Office office,
            Random random,
            BooleanSupplier going) {
        this.staff = staff;
        this.diary = diary;
        this.samples = samples;
        this.calendar = calendar;
        this.office = office;
        this.random = random;
        this.going = going;
        this.person = id();
    }

    /** The rules said no, or it is over. */
    private static final class Ended extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** What is asked again and again. */
    private interface Question {
        Answer ask() throws Ended;
    }

    void live() {
        try {
            register();
            var help = consent("CASE_MANAGEMENT");
            agree(help, null);
            if (random.nextBoolean()) {
                agree(consent("CONTACT_BY_EMAIL"), null);
            }
            var portrait = consent("STORY_PUBLICATION");
            if (random.nextInt(10) == 0) {
                withdraw(help);
            }
            apply();
            if (random.nextBoolean()) {
                tell(portrait);
            }
        } catch (Ended over) {
            // as it may be in life
        }
    }

    private void register() throws Ended {
        var search = id();
        var body = new HashMap<String, Object>();
        body.put("person", samples.person(random));
        body.put("district", "TJ-KT-SHAHRITUS");
        body.put("id", search);
        demand(send("case-worker", Service.BENEFICIARY, "/api/v1/searches", null, body));
        body.put("id", person);
        body.put("search", search);
        body.put("channel", "PARTNER");
        demand(send("case-worker", Service.BENEFICIARY, "/api/v1/beneficiaries", null, body));
    }

    private UUID consent(String purpose) throws Ended {
        var consent = id();
        demand(
                send(
                        "case-worker",
                        Service.BENEFICIARY,
                        "/api/v1/beneficiaries/" + person + "/consents",
                        null,
                        Map.of(
                                "id",
                                consent,
                                "purpose",
                                purpose,
                                "language",
                                "tg",
                                "textVersion",
                                "2026-1")));
        return consent;
    }

    private void agree(UUID consent, @Nullable String textHash) throws Ended {
        var body = new HashMap<String, Object>();
        body.put("way", "SIGNED_FORM");
        body.put("evidence", Samples.scan(consent));
        if (textHash != null) {
            body.put("textHash", textHash);
        }
        var path = "/api/v1/consents/" + consent + "/agreement";
        var reply = send("case-worker", Service.BENEFICIARY, path, 1L, body);
        if (reply.problem().equals("cooling-off")) {
            calendar.moveTo(Instant.parse(reply.text("until")), random);
            // another instance hears of it within a second
            reply =
                    await(
                            () -> send("case-worker", Service.BENEFICIARY, path, 1L, body),
                            answer -> !answer.problem().equals("cooling-off"));
        }
        demand(reply);
        diary.consent(consent, true);
    }

    private void withdraw(UUID consent) throws Ended {
        demand(
                send(
                        "case-worker",
                        Service.BENEFICIARY,
                        "/api/v1/consents/" + consent + "/withdrawal",
                        null,
                        Map.of()));
        diary.consent(consent, false);
    }

    private void apply() throws Ended {
        var path = "/api/v1/people/" + person + "/eligibility";
        await(
                () ->
                        staff.get(
                                random,
                                "grant-officer",
                                Service.GRANT,
                                path,
                                "application-writing"),
                known -> known.body().path("consentInForce").asBoolean());
        var application = id();
        var applications = "/api/v1/applications";
        var body =
                Map.of(
                        "id",
                        application,
                        "beneficiary",
                        person,
                        "proposal",
                        samples.proposal(office.fund(), 500 + random.nextInt(1000)));
        var written = demand(send("grant-officer", Service.GRANT, applications, null, body));
        var mine = applications + "/" + application;
        var submitted =
                demand(
                        send(
                                "grant-officer",
                                Service.GRANT,
                                mine + "/submission",
                                written.version(),
                                Map.of()));
        var last = submitted;
        for (var member : Office.COMMITTEE.keySet()) {
            last =
                    demand(
                            send(
                                    member,
                                    Service.GRANT,
                                    mine + "/votes",
                                    null,
                                    Map.of(
                                            "submission",
                                            1,
                                            "ballot",
                                            "FOR",
                                            "reason",
                                            "A good plan")));
        }
        var approved =
                send(
                        "programme-manager",
                        Service.GRANT,
                        mine + "/approval",
                        last.version(),
                        Map.of());
        if (approved.problem().equals("fund-exhausted")) {
            return;
        }
        demand(approved);
    }

    private void tell(UUID consent) throws Ended {
        var story = id();
        var path = "/api/v1/stories/" + story;
        var approve = Map.of("verdict", "APPROVE");
        var drafted =
                demand(
                        send(
                                "story-editor",
                                Service.STORY,
                                "/api/v1/stories",
                                null,
                                Map.of(
                                        "id",
                                        story,
                                        "kind",
                                        "STORY",
                                        "content",
                                        samples.story(consent))));
        var submitted = step("story-editor", path + "/submission", drafted.version(), Map.of());
        var disclosed =
                step(
                        "protection-officer",
                        path + "/disclosure-review",
                        submitted.version(),
                        approve);
        var reviewed =
                step("communications-lead", path + "/content-review", disclosed.version(), approve);
        var lead = "communications-lead";
        var standing = staff.get(random, lead, Service.STORY, path + "/consents", "content-review");
        agree(consent, standing.text("textHash"));
        await(
                () -> staff.get(random, lead, Service.STORY, path + "/consents", "content-review"),
                now ->
                        now.body().path("complete").asBoolean()
                                && now.body().path("current").asBoolean());
        step(lead, path + "/publication", reviewed.version(), Map.of());
        var page = staff.get(random, lead, Service.STORY, path, "content-review").text("path");
        if (page.isEmpty()) {
            diary.surprise("story " + story + " is published and has no address");
            return;
        }
        diary.published(new Diary.PublicStory(story, consent, page));
        if (random.nextInt(3) > 0) {
            withdraw(consent);
            watchItGo(story, page);
        }
    }

    private Answer step(String user, String path, long version, Object body) throws Ended {
        return demand(send(user, Service.STORY, path, version, body));
    }

    /** By whatever instance, nobody reads the page any longer than that. */
    private void watchItGo(UUID story, String page) {
        long withdrawn = System.nanoTime();
        var last = Duration.ZERO;
        var gone = new ArrayList<String>();
        while (gone.size() < Service.STORY.ports().size()) {
            gone.clear();
            for (var port : Service.STORY.ports()) {
                long asked = System.nanoTime();
                int status = staff.page(port, "/en" + page);
                if (status == 200) {
                    last = Duration.ofNanos(asked - withdrawn);
                } else if (status == 410) {
                    gone.add(port);
                }
            }
            var waited = Duration.ofNanos(System.nanoTime() - withdrawn);
            if (waited.compareTo(HIDDEN) > 0) {
                break;
            }
            pause();
        }
        diary.hiddenAfter(last);
        if (gone.size() < Service.STORY.ports().size()) {
            for (var port : Service.STORY.ports()) {
                long asked = System.nanoTime();
                if (staff.page(port, "/en" + page) == 200) {
                    diary.surprise(
                            "story %s can be read %d s after its consent was withdrawn"
                                    .formatted(story, (asked - withdrawn) / 1_000_000_000));
                }
            }
        }
    }

    /** Asks until news has come to whom is asked; no longer than faults last. */
    private Answer await(Question question, Predicate<Answer> come) throws Ended {
        long start = System.nanoTime();
        var reply = question.ask();
        while (!come.test(reply)) {
            if (!going.getAsBoolean() || System.nanoTime() - start > NEWS.toNanos()) {
                throw new Ended();
            }
            pause();
            reply = question.ask();
        }
        return reply;
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
    }

    private Answer send(
            String user, Service service, String path, @Nullable Long version, Object body)
            throws Ended {
        if (!going.getAsBoolean()) {
            throw new Ended();
        }
        return staff.command(random, user, service, path, version, body);
    }

    private Answer demand(Answer reply) throws Ended {
        if (!reply.isDone()) {
            if (!List.of("consent-missing", "maybe-registered", "beneficiary-unknown")
                    .contains(reply.problem())) {
                diary.surprise("refused for no good reason: " + reply);
            }
            throw new Ended();
        }
        return reply;
    }

    private UUID id() {
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L,
                (random.nextLong() & (Long.MAX_VALUE >> 1)) | Long.MIN_VALUE);
    }
}
