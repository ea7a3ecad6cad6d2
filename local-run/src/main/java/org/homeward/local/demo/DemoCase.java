package org.homeward.local.demo;

import java.util.Optional;
import java.util.stream.Stream;

/** A case of the file, which is played as far as the file tells of it. */
record DemoCase(String name, Part part, Programme programme) {

    static DemoCase of(Part part, Programme programme) {
        part.only(
                "name",
                "says",
                "programme",
                "worker",
                "district",
                "channel",
                "spokenFor",
                "person",
                "household",
                "answers",
                "spouse",
                "referrals",
                "supplier",
                "proposal",
                "revision",
                "visits",
                "activities",
                "story",
                "withdraws",
                "expect");
        part.at("says").text();
        part.at("expect").only("score", "rank", "grant", "jobs", "page");
        part.find("person")
                .ifPresent(
                        person -> {
                            person.at("name");
                            part.at("district").text();
                            part.at("channel").text();
                        });
        part.find("spouse").ifPresent(spouse -> spouse.only("person", "answers").at("person"));
        part.find("proposal").ifPresent(proposal -> proposal.at("items").items());
        part.find("visits").ifPresent(visits -> visits.items());
        part.find("story").ifPresent(story -> story(story));
        return new DemoCase(part.at("name").text(), part, programme);
    }

    /**
     * Also of what is published beside the cases.
     *
     * @param besides what else may stand there
     */
    static void story(Part story, String... besides) {
        var known =
                Stream.of(
                        "kind", "pseudonyms", "region", "sector", "closes", "picture", "versions");
        story.only(Stream.concat(known, Stream.of(besides)).toArray(String[]::new))
                .at("versions")
                .only("tg", "ru", "en");
        story.find("picture")
                .ifPresent(picture -> picture.only("file", "shows").at("shows").flag());
    }

    /** Who has the case. */
    String worker() {
        return part.find("worker").map(Part::text).orElse("case-worker");
    }

    /** Whether a story is told of its people. */
    boolean isTold() {
        return part.find("story").isPresent();
    }

    /** Whether its people are seen in a picture. */
    boolean isShown() {
        return part.find("story")
                .flatMap(story -> story.find("picture"))
                .filter(picture -> picture.at("shows").flag())
                .isPresent();
    }

    boolean withdraws() {
        return part.find("withdraws").map(Part::flag).orElse(false);
    }

    /** Whether the grant is bought, handed over and visited. */
    boolean isVisited() {
        return part.find("visits").isPresent();
    }

    String score() {
        return expected("score");
    }

    String rank() {
        return expected("rank");
    }

    /** As the table shows it, as what follows. */
    String grant() {
        return expected("grant");
    }

    String jobs() {
        return expected("jobs");
    }

    String page() {
        return expected("page");
    }

    /** All of what is granted, if it was handed over at all. */
    String handedOver() {
        return items().map(all -> (isVisited() ? all : 0) + " of " + all).orElse(Row.NONE);
    }

    private Optional<Integer> items() {
        return part.find("proposal").map(proposal -> proposal.at("items").items().size());
    }

    private String expected(String what) {
        return part.at("expect").find(what).map(Part::text).orElse(Row.NONE);
    }
}
