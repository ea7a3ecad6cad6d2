package org.homeward.story.editorial;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.web.ProblemTypes;
import org.homeward.story.consent.ConsentStanding;
import org.homeward.story.consent.Standing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the editorial rules refuse, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class EditorialProblems {

    @Bean
    ProblemTypes editorialProblemTypes() {
        return ProblemTypes.of(
                new StoryIncomplete(List.of("versions/tg")),
                new PlaceTooRare(List.of(List.of("region"), List.of("sector"))),
                new AuthorMayNotReview(),
                new SameReviewer(),
                new AlreadyReviewed(Review.CONTENT),
                new AlbumFull(),
                new PictureShown(),
                new ConsentMissing(
                        List.of(new ConsentStanding(new UUID(0, 0), Standing.NOT_GIVEN))));
    }
}
