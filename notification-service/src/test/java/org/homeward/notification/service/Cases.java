package org.homeward.notification.service;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.beneficiary.AgeBand;
import org.homeward.contracts.beneficiary.BeneficiaryCorrected;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.story.StoryKind;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.contracts.story.StoryRetracted;
import org.homeward.kit.test.NeighbourEvents;

/** What happens elsewhere. */
final class Cases {

    static final String DISTRICT = "TJ-KT-SHAHRITUS";

    private Cases() {}

    /** An organisation that no other test uses. */
    static String organisation() {
        return "org-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static UUID registered(String organisation) {
        var beneficiary = UUID.randomUUID();
        registers(beneficiary, organisation);
        return beneficiary;
    }

    static void registers(UUID beneficiary, String organisation) {
        NeighbourEvents.tell(
                "beneficiary",
                beneficiary,
                new BeneficiaryRegistered(
                        beneficiary,
                        organisation,
                        DISTRICT,
                        Sex.FEMALE,
                        AgeBand.FROM_25_TO_59,
                        Channel.COMMUNITY_HEAD));
    }

    static void movesTo(UUID beneficiary, String organisation) {
        NeighbourEvents.tell(
                "beneficiary",
                beneficiary,
                new BeneficiaryCorrected(
                        beneficiary, organisation, DISTRICT, Sex.FEMALE, AgeBand.FROM_25_TO_59));
    }

    static void erases(UUID beneficiary) {
        var erasure = UUID.randomUUID();
        NeighbourEvents.tell("erasure", erasure, new BeneficiaryErased(erasure, beneficiary));
    }

    static GrantApproved grant(UUID beneficiary) {
        return new GrantApproved(
                UUID.randomUUID(),
                UUID.randomUUID(),
                beneficiary,
                UUID.randomUUID(),
                "REINT-26",
                DISTRICT,
                Sector.CLOTHING,
                new Money("8100.50", "TJS"),
                true);
    }

    static GrantApproved approved(UUID beneficiary) {
        var grant = grant(beneficiary);
        NeighbourEvents.tell("grant", grant.grant(), grant);
        return grant;
    }

    static UUID retracted() {
        return retracted(Instant.now());
    }

    static UUID retracted(Instant then) {
        var story = UUID.randomUUID();
        NeighbourEvents.tell("story", story, new StoryRetracted(story), then);
        return story;
    }

    static UUID published() {
        return published(Instant.now());
    }

    static UUID published(Instant then) {
        var story = UUID.randomUUID();
        NeighbourEvents.tell(
                "story",
                story,
                new StoryPublished(
                        story,
                        List.of("tg", "ru", "en"),
                        StoryKind.STORY,
                        null,
                        null,
                        "/stories/" + story),
                then);
        return story;
    }
}
