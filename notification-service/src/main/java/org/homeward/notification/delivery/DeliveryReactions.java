package org.homeward.notification.delivery;

import java.util.Map;
import org.homeward.contracts.beneficiary.BeneficiaryCorrected;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.grant.ApplicationRejected;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.story.StoryApproved;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.contracts.story.StoryRetracted;
import org.homeward.contracts.story.StorySubmitted;
import org.homeward.kit.inbox.Reactions;
import org.homeward.notification.subscription.Occasion;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which event is an occasion to tell whom. */
@Configuration
class DeliveryReactions {

    @Bean
    Reactions reactions(Announce announce, People people) {
        return Reactions.of("homeward.beneficiary.v1", "homeward.grant.v1", "homeward.story.v1")
                .on(
                        BeneficiaryRegistered.class,
                        (e, received, change) ->
                                people.belongs(
                                        e.beneficiary(), e.organisation(), e.district(), change))
                .on(
                        BeneficiaryCorrected.class,
                        (e, received, change) ->
                                people.belongs(
                                        e.beneficiary(), e.organisation(), e.district(), change))
                .on(
                        ApplicationSubmitted.class,
                        (e, received, change) ->
                                announce.toStaff(
                                        Occasion.APPLICATION_SUBMITTED,
                                        e,
                                        Map.of(
                                                "programme", e.programme(),
                                                "application", e.application().toString()),
                                        e.beneficiary(),
                                        received,
                                        change))
                .on(
                        ApplicationRejected.class,
                        (e, received, change) ->
                                announce.toStaff(
                                        Occasion.APPLICATION_REJECTED,
                                        e,
                                        Map.of(
                                                "programme", e.programme(),
                                                "application", e.application().toString()),
                                        e.beneficiary(),
                                        received,
                                        change))
                .on(
                        GrantApproved.class,
                        (e, received, change) -> {
                            var facts =
                                    Map.of(
                                            "programme", e.programme(),
                                            "grant", e.grant().toString());
                            announce.toStaff(
                                    Occasion.GRANT_APPROVED,
                                    e,
                                    facts,
                                    e.beneficiary(),
                                    received,
                                    change);
                            announce.toBeneficiary(
                                    Occasion.GRANT_APPROVED,
                                    e,
                                    Map.of(),
                                    e.beneficiary(),
                                    received,
                                    change);
                        })
                .on(
                        StorySubmitted.class,
                        (e, received, change) ->
                                announce.toStaff(
                                        Occasion.STORY_SUBMITTED,
                                        e,
                                        Map.of("story", e.story().toString()),
                                        null,
                                        received,
                                        change))
                .on(
                        StoryApproved.class,
                        (e, received, change) ->
                                announce.toStaff(
                                        Occasion.STORY_APPROVED,
                                        e,
                                        Map.of("story", e.story().toString()),
                                        null,
                                        received,
                                        change))
                .on(
                        StoryPublished.class,
                        (e, received, change) ->
                                announce.toStaff(
                                        Occasion.STORY_PUBLISHED,
                                        e,
                                        Map.of("story", e.story().toString()),
                                        null,
                                        received,
                                        change))
                .on(
                        StoryRetracted.class,
                        (e, received, change) ->
                                announce.toStaff(
                                        Occasion.STORY_RETRACTED,
                                        e,
                                        Map.of("story", e.story().toString()),
                                        null,
                                        received,
                                        change));
    }
}
