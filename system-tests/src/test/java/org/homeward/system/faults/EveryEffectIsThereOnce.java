package org.homeward.system.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.consent.ConsentErased;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentRefused;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.contracts.story.StoryRetracted;

/**
 * What other services made of the events is what the events say: each person is known once, each
 * consent stands as it was last told, each who wants to hear of an event has exactly one message.
 */
final class EveryEffectIsThereOnce implements Invariant {

    private static final String STAFF = "recipient.staff";

    @Override
    public String says() {
        return "4: every consumer's effect happened exactly once";
    }

    @Override
    public List<String> broken(Evidence left) {
        var broken = new ArrayList<String>();
        people(left, broken);
        consents(left, broken);
        messages(left, broken);
        return broken;
    }

    private static void people(Evidence left, List<String> broken) {
        var registered = new HashSet<UUID>();
        var helped = new HashMap<UUID, Set<String>>();
        for (var told : left.topics()) {
            switch (told.event()) {
                case BeneficiaryRegistered event -> registered.add(event.beneficiary());
                case ConsentGiven event -> {
                    if (event.purpose() == ConsentPurpose.CASE_MANAGEMENT) {
                        helped.computeIfAbsent(event.beneficiary(), _ -> new HashSet<>())
                                .add(event.consent().toString());
                    }
                }
                default -> {}
            }
        }
        for (var told : left.topics()) {
            if (told.event() instanceof ConsentWithdrawn event) {
                var consents = helped.getOrDefault(event.beneficiary(), new HashSet<>());
                consents.remove(event.consent().toString());
            }
        }
        var known = new HashMap<UUID, Set<String>>();
        left.rows(Service.GRANT, "people")
                .forEach(
                        row ->
                                known.put(
                                        row.get("_id", UUID.class),
                                        row.get("consents", new Document()).keySet()));
        if (!known.keySet().equals(registered)) {
            broken.add("grant-service knows other people: " + different(known, registered));
        }
        var people = new HashSet<>(known.keySet());
        people.addAll(helped.keySet());
        for (var person : people) {
            if (!helped.getOrDefault(person, Set.of())
                    .equals(known.getOrDefault(person, Set.of()))) {
                broken.add("grant-service knows other consents of " + person);
            }
        }
    }

    private static Set<UUID> different(Map<UUID, ?> known, Set<UUID> told) {
        var different = new HashSet<>(known.keySet());
        told.forEach(
                one -> {
                    if (!different.remove(one)) {
                        different.add(one);
                    }
                });
        return different;
    }

    private static void consents(Evidence left, List<String> broken) {
        var told = new HashMap<UUID, String>();
        for (var one : left.topics()) {
            if (one.event() instanceof ConsentEvent event
                    && event.purpose() == ConsentPurpose.STORY_PUBLICATION) {
                switch (event) {
                    case ConsentGiven _ -> told.putIfAbsent(event.consent(), "GIVEN");
                    case ConsentRefused _ -> told.putIfAbsent(event.consent(), "REFUSED");
                    case ConsentWithdrawn _, ConsentErased _ ->
                            told.put(event.consent(), "WITHDRAWN");
                }
            }
        }
        var known = new HashMap<UUID, String>();
        left.rows(Service.STORY, "consents")
                .forEach(row -> known.put(row.get("_id", UUID.class), row.getString("state")));
        var consents = new HashSet<>(known.keySet());
        consents.addAll(told.keySet());
        for (var consent : consents) {
            if (!Objects.equals(known.get(consent), told.get(consent))) {
                broken.add(
                        "story-service takes consent %s for %s, it is %s"
                                .formatted(consent, known.get(consent), told.get(consent)));
            }
        }
    }

    private static void messages(Evidence left, List<String> broken) {
        var toStaff = new HashMap<UUID, Integer>();
        var toOthers = new HashMap<UUID, Integer>();
        for (var row : left.rows(Service.NOTIFICATION, "deliveries")) {
            var message = row.get("state", Document.class).get("message", Document.class);
            boolean staff = STAFF.equals(message.get("to", Document.class).getString("_class"));
            (staff ? toStaff : toOthers).merge(message.get("event", UUID.class), 1, Integer::sum);
        }
        var seen = new HashSet<UUID>();
        for (var told : left.topics()) {
            var id = told.envelope().id();
            if (!seen.add(id)) {
                continue;
            }
            boolean news =
                    switch (told.event()) {
                        case ApplicationSubmitted _,
                                GrantApproved _,
                                StoryPublished _,
                                StoryRetracted _ ->
                                true;
                        default -> false;
                    };
            int person = told.event() instanceof GrantApproved ? 1 : 0;
            if (toStaff.getOrDefault(id, 0) != (news ? 1 : 0)
                    || toOthers.getOrDefault(id, 0) != person) {
                broken.add(
                        "of %s sequence %d there are %s messages to staff and %s to the person"
                                .formatted(
                                        told.envelope().source(),
                                        told.envelope().sequence(),
                                        toStaff.get(id),
                                        toOthers.get(id)));
            }
        }
        toStaff.keySet().removeAll(seen);
        toOthers.keySet().removeAll(seen);
        toStaff.keySet().forEach(id -> broken.add("a message to staff of no event " + id));
        toOthers.keySet().forEach(id -> broken.add("a message to a person of no event " + id));
    }
}
