package org.homeward.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.homeward.contracts.Event;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.story.StoryKind;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.contracts.story.StoryRetracted;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * What the programme did, as a dashboard shows it.
 *
 * @param grants by beneficiary
 * @param pages by story
 */
record PublicFacts(Map<UUID, Granted> grants, Map<UUID, Page> pages) {

    /**
     * A person with her application and the grant it led to.
     *
     * @param district where she was registered
     * @param business the district where her business will be
     */
    record Granted(
            String district,
            Sex sex,
            Channel channel,
            UUID application,
            String programme,
            String business,
            Sector sector,
            Money requested,
            UUID fund,
            Money amount,
            boolean womenLed) {}

    record Page(
            StoryKind kind,
            @Nullable String region,
            @Nullable Sector sector,
            List<String> languages,
            String path,
            boolean isPublic) {}

    /**
     * From the events alone, joined by their ids.
     *
     * @param events each once, those of an aggregate in their order
     */
    static PublicFacts of(Collection<Event> events) {
        var people = new HashMap<UUID, BeneficiaryRegistered>();
        var applications = new HashMap<UUID, ApplicationSubmitted>();
        var approvals = new HashMap<UUID, GrantApproved>();
        var pages = new HashMap<UUID, Page>();
        for (var event : events) {
            switch (event) {
                case BeneficiaryRegistered one -> people.put(one.beneficiary(), one);
                case ApplicationSubmitted one -> applications.put(one.application(), one);
                case GrantApproved one -> approvals.put(one.grant(), one);
                case StoryPublished one -> pages.put(one.story(), page(one));
                case StoryRetracted one -> pages.computeIfPresent(one.story(), (_, p) -> gone(p));
                default -> {
                    // tells nothing that is shown
                }
            }
        }
        var grants = new HashMap<UUID, Granted>();
        for (var grant : approvals.values()) {
            var application = Objects.requireNonNull(applications.get(grant.application()));
            var person = Objects.requireNonNull(people.get(application.beneficiary()));
            grants.put(person.beneficiary(), granted(person, application, grant));
        }
        return new PublicFacts(grants, pages);
    }

    private static Page page(StoryPublished published) {
        return new Page(
                published.kind(),
                published.region(),
                published.sector(),
                published.languages(),
                published.path(),
                true);
    }

    private static Page gone(Page page) {
        return new Page(
                page.kind(), page.region(), page.sector(), page.languages(), page.path(), false);
    }

    private static Granted granted(
            BeneficiaryRegistered person, ApplicationSubmitted application, GrantApproved grant) {
        return new Granted(
                person.district(),
                person.sex(),
                person.channel(),
                application.application(),
                application.programme(),
                grant.district(),
                grant.sector(),
                application.requested(),
                grant.fund(),
                grant.amount(),
                grant.womenLed());
    }

    /**
     * As the cases file has it.
     *
     * @param pageOf the address of the page of a case, which is drawn at random
     */
    static PublicFacts stated(Path casesFile, UnaryOperator<String> pageOf) {
        var grants = new HashMap<UUID, Granted>();
        var pages = new HashMap<UUID, Page>();
        try (var reader = Files.newBufferedReader(casesFile)) {
            Map<?, ?> file = new Yaml().load(reader);
            var programme = text(file, "programme");
            for (var one : (List<?>) Objects.requireNonNull(file.get("cases"))) {
                var id = text(file, "seed") + "/" + text(one, "name") + "/";
                var amount = text(part(one, "expect"), "grant").split(" ", 2);
                var money = new Money(amount[0], amount[1]);
                var proposal = part(one, "proposal");
                grants.put(
                        id(id + "beneficiary"),
                        new Granted(
                                text(one, "district"),
                                Sex.valueOf(text(part(one, "person"), "sex")),
                                Channel.valueOf(text(one, "channel")),
                                id(id + "application"),
                                programme,
                                text(one, "district"),
                                Sector.valueOf(text(proposal, "sector")),
                                money,
                                id(text(file, "seed") + "/fund " + programme),
                                money,
                                Boolean.parseBoolean(text(proposal, "womenLed"))));
                var story = part(one, "story");
                pages.put(
                        id(id + "story"),
                        new Page(
                                StoryKind.STORY,
                                text(story, "region"),
                                Sector.valueOf(text(story, "sector")),
                                part(story, "versions").keySet().stream()
                                        .map(Object::toString)
                                        .toList(),
                                pageOf.apply(text(one, "name")),
                                text(part(one, "expect"), "page").equals("200")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new PublicFacts(grants, pages);
    }

    /** As the demo derives its ids: a hash that is marked as version 4. */
    private static UUID id(String what) {
        var hash = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
        return new UUID(
                (hash.getMostSignificantBits() & ~0xF000L) | 0x4000L,
                hash.getLeastSignificantBits());
    }

    private static Map<?, ?> part(@Nullable Object whole, String name) {
        return (Map<?, ?>) value(whole, name);
    }

    private static String text(@Nullable Object whole, String name) {
        return value(whole, name).toString();
    }

    private static Object value(@Nullable Object whole, String name) {
        return Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(whole)).get(name), name);
    }
}
