package org.homeward.story;

import java.util.Set;
import org.homeward.contracts.access.TokensDenied;
import org.homeward.contracts.consent.ConsentErased;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentRefused;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.kit.export.Labels;
import org.homeward.kit.inbox.Reactions;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.security.DeniedTokens;
import org.homeward.story.crowd.KnownGrants;
import org.homeward.story.editorial.Approved;
import org.homeward.story.editorial.ConsentNews;
import org.homeward.story.editorial.Draft;
import org.homeward.story.editorial.Erased;
import org.homeward.story.editorial.Erasing;
import org.homeward.story.editorial.InReview;
import org.homeward.story.editorial.Published;
import org.homeward.story.editorial.Retracted;
import org.homeward.story.editorial.StoryRecords;
import org.homeward.story.erasure.ErasureDone;
import org.homeward.story.lead.LeadNews;
import org.homeward.story.lead.LeadRecords;
import org.homeward.story.picture.Picture;
import org.homeward.story.picture.PictureRecords;
import org.homeward.story.publication.PublicPage;
import org.homeward.story.text.StoryText;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service keeps, and what it listens to. */
@Configuration(proxyBeanMethods = false)
class StoryConfiguration {

    /** How what is told to a person is called in her language. */
    @Bean
    Labels labels() {
        return new Labels(StoryService.class, Set.of("language"));
    }

    @Bean
    StoredTypes storedTypes() {
        var types = StoredTypes.builder();
        LeadRecords.declare(types);
        return types.aggregate(StoryRecords.STORIES)
                .aggregate(StoryRecords.NOTES)
                .aggregate(PictureRecords.PICTURES)
                .index(PictureRecords.PICTURES, "state.story")
                .alias("story.draft", Draft.class)
                .alias("story.in-review", InReview.class)
                .alias("story.approved", Approved.class)
                .alias("story.published", Published.class)
                .alias("story.retracted", Retracted.class)
                .alias("story.erased", Erased.class)
                .index(StoryRecords.STORIES, StoryRecords.NAMED)
                .aggregate(ErasureDone.ERASURES)
                .alias("erasure.done", ErasureDone.class)
                .alias(PictureRecords.KEPT, Picture.Kept.class)
                .alias("picture.destroyed", Picture.Destroyed.class)
                .alias("page.open", PublicPage.Open.class)
                .alias("page.gone", PublicPage.Gone.class)
                .secret("story", StoryText.class)
                .secret("jpeg", byte[].class)
                .build();
    }

    @Bean
    Reactions reactions(ConsentNews news, Erasing erasing, LeadNews leads, KnownGrants grants) {
        return leads.with(
                grants.with(
                        Reactions.of(
                                        "homeward.consent.v1",
                                        "homeward.grant.v1",
                                        "homeward.beneficiary.v1",
                                        "homeward.access.v1",
                                        "homeward.erasure.v1")
                                .projecting(
                                        DeniedTokens.COLLECTION,
                                        TokensDenied.class,
                                        DeniedTokens::project)
                                .on(ConsentGiven.class, news::heard)
                                .on(ConsentRefused.class, news::heard)
                                .on(ConsentWithdrawn.class, news::heard)
                                .on(ConsentErased.class, erasing::heard)));
    }
}
