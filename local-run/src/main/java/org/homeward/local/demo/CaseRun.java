package org.homeward.local.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case on its way: its people, and what the file has for them. */
final class CaseRun {

    private final DemoCase one;
    private final Steps steps;

    /** The first is whom the grant is for; nobody where people are only counted. */
    private final List<Registration> people = new ArrayList<>();

    private final Meetings meetings;
    private final @Nullable GrantJourney grant;
    private final @Nullable StoryJourney story;

    CaseRun(DemoCase one, Scene scene) {
        this.one = one;
        this.steps = scene.steps(one.name(), "case " + one.name(), one.part());
        if (one.part().find("person").isPresent()) {
            people.add(new Registration(one, steps, scene.clocks()));
        }
        one.part()
                .find("spouse")
                .map(part -> scene.steps(one.name() + "/spouse", steps.label() + ", spouse", part))
                .ifPresent(of -> people.add(new Registration(one, of, scene.clocks())));
        this.meetings = new Meetings(steps, one.worker(), scene.clocks());
        this.grant =
                one.part().find("proposal").isPresent()
                        ? new GrantJourney(steps, one.programme(), people.getFirst().evidence())
                        : null;
        this.story =
                one.part()
                        .find("story")
                        .map(part -> scene.story(steps, part, one.programme().code(), people))
                        .orElse(null);
    }

    DemoCase one() {
        return one;
    }

    Optional<GrantJourney> grant() {
        return Optional.ofNullable(grant);
    }

    Optional<StoryJourney> story() {
        return Optional.ofNullable(story);
    }

    void register() {
        people.forEach(Registration::register);
    }

    void agree() {
        people.forEach(Registration::agree);
        people.forEach(person -> person.live(named()));
    }

    /** By the names that the household in the file has for them. */
    private Map<String, UUID> named() {
        var named = new HashMap<String, UUID>();
        named.put("person", people.getFirst().beneficiary());
        if (people.size() > 1) {
            named.put("spouse", people.getLast().beneficiary());
        }
        return named;
    }

    void assess(UUID card) {
        people.forEach(person -> person.assess(card));
    }

    void refer() {
        people.forEach(Registration::refer);
    }

    void meet() {
        meetings.hold();
    }

    /** Whether it is told by e-mail to whom the grant is for. */
    boolean hasEmail() {
        return people.getFirst().hasEmail();
    }

    void withdraw() {
        if (one.withdraws()) {
            story().orElseThrow(() -> one.part().mistake("has no story to take back")).withdraw();
        }
    }

    Row row() {
        var person = people.stream().findFirst();
        return new Row(
                one.name(),
                one.part().at("says").text(),
                person.map(Registration::caseNumber).orElse(Row.NONE),
                person.map(Registration::score).orElse(Row.NONE),
                person.map(Registration::rank).orElse(Row.NONE),
                grant().map(GrantJourney::amount).orElse(Row.NONE),
                grant().map(GrantJourney::handedOverOf).orElse(Row.NONE),
                grant().map(GrantJourney::jobs).orElse(Row.NONE),
                story().map(told -> "" + told.pageStatus(expectedPage())).orElse(Row.NONE),
                story().map(StoryJourney::page).orElse(Row.NONE));
    }

    private int expectedPage() {
        return one.part().at("expect").at("page").number();
    }
}
