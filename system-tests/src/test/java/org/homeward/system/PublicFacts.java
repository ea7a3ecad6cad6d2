package org.homeward.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.homeward.contracts.Event;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.beneficiary.BeneficiarySelected;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.contracts.grant.BusinessOutcomeRecorded;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.contracts.grant.ItemHandedOver;
import org.homeward.contracts.grant.RentPaid;
import org.homeward.contracts.grant.VisitMonth;
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
     * A person with her application, the grant it led to, and what became of it.
     *
     * @param district where she was registered
     * @param selected whether a selection was for her
     * @param business the district where her business will be
     * @param items that were bought and handed over
     * @param rents months that were paid
     * @param jobs after a year
     * @param closed whether the grant came to its end
     */
    record Granted(
            String district,
            Sex sex,
            Channel channel,
            boolean selected,
            UUID application,
            String programme,
            String business,
            Sector sector,
            Money requested,
            UUID fund,
            Money amount,
            boolean womenLed,
            int items,
            int rents,
            int jobs,
            boolean closed) {}

    /** What became of a grant so far. */
    private static final class Course {
        private int items;
        private int rents;
        private int jobs;
        private boolean closed;
    }

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
        var selected = new HashSet<UUID>();
        var courses = new HashMap<UUID, Course>();
        var pages = new HashMap<UUID, Page>();
        for (var event : events) {
            switch (event) {
                case BeneficiaryRegistered one -> people.put(one.beneficiary(), one);
                case ApplicationSubmitted one -> applications.put(one.application(), one);
                case GrantApproved one -> approvals.put(one.grant(), one);
                case BeneficiarySelected one -> selected.add(one.beneficiary());
                case ItemHandedOver one -> course(courses, one.grant()).items++;
                case RentPaid one -> course(courses, one.grant()).rents++;
                case BusinessOutcomeRecorded one -> outcome(course(courses, one.grant()), one);
                case GrantClosed one -> course(courses, one.grant()).closed = true;
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
            grants.put(
                    person.beneficiary(),
                    granted(
                            person,
                            selected.contains(person.beneficiary()),
                            application,
                            grant,
                            course(courses, grant.grant())));
        }
        return new PublicFacts(grants, pages);
    }

    private static Course course(Map<UUID, Course> courses, UUID grant) {
        return courses.computeIfAbsent(grant, _ -> new Course());
    }

    private static void outcome(Course course, BusinessOutcomeRecorded found) {
        if (found.visit() == VisitMonth.MONTH_12) {
            course.jobs = found.family() + found.women() + found.others();
        }
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
            BeneficiaryRegistered person,
            boolean selected,
            ApplicationSubmitted application,
            GrantApproved grant,
            Course course) {
        return new Granted(
                person.district(),
                person.sex(),
                person.channel(),
                selected,
                application.application(),
                application.programme(),
                grant.district(),
                grant.sector(),
                application.requested(),
                grant.fund(),
                grant.amount(),
                grant.womenLed(),
                course.items,
                course.rents,
                course.jobs,
                course.closed);
    }

    /**
     * As the cases file has it, where everybody with a grant is selected, visited for a year and at
     * the end.
     *
     * @param pageOf the address of the page of a case, which is drawn at random
     */
    static PublicFacts stated(Path casesFile, UnaryOperator<String> pageOf) {
        var grants = new HashMap<UUID, Granted>();
        var pages = new HashMap<UUID, Page>();
        try (var reader = Files.newBufferedReader(casesFile)) {
            Map<?, ?> file = new Yaml().load(reader);
            var seed = text(file, "seed") + "/";
            for (var one : (List<?>) value(file, "cases")) {
                var id = seed + text(one, "name") + "/";
                find(one, "proposal")
                        .ifPresent(
                                proposal ->
                                        grants.put(
                                                id(id + "beneficiary"),
                                                stated(one, proposal, seed, id)));
                find(one, "story")
                        .ifPresent(
                                story ->
                                        pages.put(
                                                id(id + "story"),
                                                page(
                                                        story,
                                                        pageOf.apply(text(one, "name")),
                                                        text(part(one, "expect"), "page")
                                                                .equals("200"))));
            }
            for (var one : (List<?>) value(file, "publications")) {
                var name = text(one, "name");
                pages.put(
                        id(seed + "publication " + name + "/story"),
                        page(one, pageOf.apply(name), true));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new PublicFacts(grants, pages);
    }

    private static Granted stated(Object one, Object proposal, String seed, String id) {
        var amount = text(part(one, "expect"), "grant").split(" ", 2);
        var money = new Money(amount[0], amount[1]);
        var programme = text(one, "programme");
        var items = (List<?>) value(proposal, "items");
        var rents = items.stream().filter(item -> text(item, "kind").equals("RENT")).toList();
        return new Granted(
                text(one, "district"),
                Sex.valueOf(text(part(one, "person"), "sex")),
                Channel.valueOf(text(one, "channel")),
                true,
                id(id + "application"),
                programme,
                text(one, "district"),
                Sector.valueOf(text(proposal, "sector")),
                money,
                id(seed + "fund " + programme),
                money,
                Boolean.parseBoolean(text(proposal, "womenLed")),
                items.size() - rents.size(),
                rents.stream().mapToInt(rent -> Integer.parseInt(text(rent, "months"))).sum(),
                Integer.parseInt(text(part(one, "expect"), "jobs")),
                true);
    }

    private static Page page(Object story, String path, boolean isPublic) {
        return new Page(
                StoryKind.valueOf(find(story, "kind").map(Object::toString).orElse("STORY")),
                find(story, "region").map(Object::toString).orElse(null),
                find(story, "sector").map(Object::toString).map(Sector::valueOf).orElse(null),
                part(story, "versions").keySet().stream().map(Object::toString).toList(),
                path,
                isPublic);
    }

    /** As the demo derives its ids: a hash that is marked as version 4. */
    static UUID id(String what) {
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
        return find(whole, name).orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static Optional<Object> find(@Nullable Object whole, String name) {
        return Optional.ofNullable(((Map<?, ?>) Objects.requireNonNull(whole)).get(name));
    }
}
