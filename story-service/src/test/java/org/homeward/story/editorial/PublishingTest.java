package org.homeward.story.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.homeward.contracts.consent.ConsentPurpose.STORY_PUBLICATION;
import static org.homeward.story.editorial.Stories.AT;
import static org.homeward.story.editorial.Stories.BROTHER;
import static org.homeward.story.editorial.Stories.CONSENT;
import static org.homeward.story.editorial.Stories.ID;
import static org.homeward.story.editorial.Stories.OTHER_ID;
import static org.homeward.story.editorial.Stories.PAGE;
import static org.homeward.story.editorial.Stories.PHOTOGRAPH;
import static org.homeward.story.editorial.Stories.PICTURE_HASH;
import static org.homeward.story.editorial.Stories.TODAY;
import static org.homeward.story.editorial.Stories.known;
import static org.homeward.story.editorial.Stories.yesTo;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.story.StoryKind;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.contracts.story.StoryRetracted;
import org.homeward.story.consent.Consent;
import org.homeward.story.consent.ConsentStanding;
import org.homeward.story.consent.KnownConsents;
import org.homeward.story.consent.Standing;
import org.homeward.story.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A story is public only while everybody in it agrees to exactly this text. */
class PublishingTest {

    @Test
    void with_every_consent_in_force_it_becomes_public_under_a_random_address() {
        var approved = Stories.approved();
        var decision = approved.publish(yesTo(approved.textHash()), TODAY, PAGE, AT);

        assertThat(decision.events())
                .containsExactly(
                        new StoryPublished(
                                ID,
                                List.of("tg", "ru", "en"),
                                StoryKind.STORY,
                                "TJ-KT",
                                Sector.CLOTHING,
                                "/stories/" + PAGE));
    }

    @Test
    void a_consent_to_another_text_publishes_nothing() {
        assertRefused(Stories.approved(), Standing.OTHER_TEXT, yesTo("b".repeat(64)));
    }

    @Test
    void a_consent_does_not_reach_another_region_sector_or_name_on_the_page() {
        var asked = Stories.approved();
        var persons = asked.profile().persons();
        var renamed = List.of(new Portrayed(CONSENT, true));

        for (Profile changed :
                List.of(
                        changed(asked.profile(), "TJ-SU", Sector.CLOTHING, persons),
                        changed(asked.profile(), "TJ-KT", null, persons),
                        changed(asked.profile(), "TJ-KT", Sector.CLOTHING, renamed))) {
            var again = Stories.approved(asked.revise(changed, Texts.tailor()).state());

            assertRefused(again, Standing.OTHER_TEXT, yesTo(asked.textHash()));
        }
    }

    @Test
    void who_is_left_out_of_a_story_leaves_no_consent_of_the_others_to_the_same_words() {
        var asked = Stories.approved(Stories.draft(Texts.tailor(), CONSENT, BROTHER));
        var alone = Stories.profile(StoryKind.STORY, CONSENT);
        var again = Stories.approved(asked.revise(alone, Texts.tailor()).state());

        assertRefused(again, Standing.OTHER_TEXT, yesTo(asked.textHash()));
    }

    @Test
    void a_consent_stands_when_only_what_no_page_shows_was_changed() {
        var asked = Stories.approved();
        var profile = asked.profile();
        var changed =
                profile.with(
                        "REINT-27",
                        profile.region(),
                        profile.sector(),
                        null,
                        null,
                        profile.persons(),
                        List.of());
        var again = Stories.approved(asked.revise(changed, Texts.typed(Texts.tailor())).state());

        assertThat(again.publish(yesTo(asked.textHash()), TODAY, PAGE, AT).events()).hasSize(1);
    }

    @Test
    void a_consent_whose_last_day_has_passed_publishes_nothing() {
        var approved = Stories.approved();
        var yesterday =
                new Consent(
                        CONSENT,
                        STORY_PUBLICATION,
                        Consent.State.GIVEN,
                        approved.textHash(),
                        TODAY.minusDays(1),
                        null);

        assertRefused(approved, Standing.EXPIRED, known(yesterday));
    }

    @Test
    void a_consent_that_has_published_another_story_publishes_nothing() {
        var approved = Stories.approved();
        var spent =
                new Consent(
                        CONSENT,
                        STORY_PUBLICATION,
                        Consent.State.GIVEN,
                        approved.textHash(),
                        null,
                        OTHER_ID);

        assertRefused(approved, Standing.OTHER_STORY, known(spent));
    }

    @Test
    void a_consent_nobody_has_heard_of_publishes_nothing() {
        assertRefused(Stories.approved(), Standing.NOT_GIVEN, known());
    }

    @Test
    void a_withdrawn_consent_publishes_nothing() {
        var withdrawn =
                new Consent(CONSENT, STORY_PUBLICATION, Consent.State.WITHDRAWN, null, null, null);

        assertRefused(Stories.approved(), Standing.WITHDRAWN, known(withdrawn));
    }

    @Test
    void everybody_in_the_story_has_to_agree() {
        var approved = Stories.approved(Stories.draft(Texts.tailor(), CONSENT, BROTHER));

        assertThatExceptionOfType(ConsentMissing.class)
                .isThrownBy(() -> approved.publish(yesTo(approved.textHash()), TODAY, PAGE, AT))
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry(
                                                "consents",
                                                List.of(
                                                        new ConsentStanding(
                                                                BROTHER, Standing.NOT_GIVEN))));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STORY")
    void what_is_about_nobody_needs_no_consent_and_its_event_names_the_kind(StoryKind kind) {
        var decision = Stories.approved(Stories.of(kind)).publish(known(), TODAY, PAGE, AT);

        assertThat(decision.state().page()).isEqualTo(PAGE);
        assertThat(decision.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        StoryPublished.class, event -> assertThat(event.kind()).isEqualTo(kind));
    }

    @Test
    void a_consent_does_not_reach_another_closing_day() {
        var call = Stories.approved(Stories.call(CONSENT));
        var later =
                call.profile()
                        .with(
                                "REINT-26",
                                "TJ-KT",
                                Sector.CLOTHING,
                                Stories.CLOSES.plusDays(1),
                                null,
                                call.profile().persons(),
                                List.of());
        var again = Stories.approved(call.revise(later, Texts.tailor()).state());

        assertRefused(again, Standing.OTHER_TEXT, yesTo(call.textHash()));
    }

    @Test
    void everybody_who_is_shown_has_to_agree_to_be_shown() {
        var approved = Stories.approved(Stories.pictured());
        var text =
                new Consent(
                        CONSENT,
                        STORY_PUBLICATION,
                        Consent.State.GIVEN,
                        approved.textHash(),
                        null,
                        null);
        var shown =
                new Consent(
                        PHOTOGRAPH,
                        ConsentPurpose.PHOTOGRAPH,
                        Consent.State.GIVEN,
                        PICTURE_HASH,
                        null,
                        null);
        var other =
                new Consent(
                        PHOTOGRAPH,
                        ConsentPurpose.PHOTOGRAPH,
                        Consent.State.GIVEN,
                        "d".repeat(64),
                        null,
                        null);
        var withdrawn =
                new Consent(
                        PHOTOGRAPH,
                        ConsentPurpose.PHOTOGRAPH,
                        Consent.State.WITHDRAWN,
                        null,
                        null,
                        null);

        assertRefused(approved, PHOTOGRAPH, Standing.NOT_GIVEN, known(text));
        assertRefused(approved, PHOTOGRAPH, Standing.WITHDRAWN, known(text, withdrawn));
        assertRefused(approved, PHOTOGRAPH, Standing.OTHER_TEXT, known(text, other));
        var published = approved.publish(known(text, shown), TODAY, PAGE, AT).state();
        assertThat(published.mayStay(known(text, shown), TODAY)).isTrue();
        assertThat(published.mayStay(known(text, withdrawn), TODAY)).isFalse();
        assertThat(published.mayStay(known(text), TODAY)).isFalse();
    }

    @Test
    void a_consent_to_words_shows_nobody_and_one_to_be_shown_tells_nothing() {
        var approved = Stories.approved(Stories.pictured());
        var text =
                new Consent(
                        CONSENT,
                        STORY_PUBLICATION,
                        Consent.State.GIVEN,
                        approved.textHash(),
                        null,
                        null);
        var words =
                new Consent(
                        PHOTOGRAPH,
                        STORY_PUBLICATION,
                        Consent.State.GIVEN,
                        PICTURE_HASH,
                        null,
                        null);

        assertRefused(approved, PHOTOGRAPH, Standing.OTHER_PURPOSE, known(text, words));
        assertRefused(
                Stories.approved(),
                CONSENT,
                Standing.OTHER_PURPOSE,
                known(
                        new Consent(
                                CONSENT,
                                ConsentPurpose.PHOTOGRAPH,
                                Consent.State.GIVEN,
                                Stories.approved().textHash(),
                                null,
                                null)));
    }

    @Test
    void a_consent_does_not_reach_another_picture_or_another_word_about_it() {
        var without = Stories.approved();
        var with = Stories.approved(Stories.pictured());
        var said = Stories.approved(Stories.pictured(Texts.tailor("He laughs."), 1, PHOTOGRAPH));

        assertThat(Set.of(without.textHash(), with.textHash(), said.textHash())).hasSize(3);
    }

    @Test
    void it_may_stay_only_while_everybody_agrees_to_this_text() {
        var published = Stories.published();

        assertThat(published.mayStay(yesTo(published.textHash()), TODAY)).isTrue();
        assertThat(published.mayStay(yesTo("b".repeat(64)), TODAY)).isFalse();
        assertThat(published.mayStay(known(), TODAY)).isFalse();
    }

    @Test
    void a_retraction_tells_no_reason_and_keeps_no_words() {
        var decision = Stories.published().retract(null, AT);

        assertThat(decision.state().words()).isEmpty();
        assertThat(decision.events()).containsExactly(new StoryRetracted(ID));
    }

    private static Profile changed(
            Profile profile, String region, @Nullable Sector sector, List<Portrayed> persons) {
        return profile.with("REINT-26", region, sector, null, null, persons, List.of());
    }

    private static void assertRefused(
            Approved approved, Standing standing, KnownConsents consents) {
        assertRefused(approved, CONSENT, standing, consents);
    }

    private static void assertRefused(
            Approved approved, UUID consent, Standing standing, KnownConsents consents) {
        assertThatExceptionOfType(ConsentMissing.class)
                .isThrownBy(() -> approved.publish(consents, TODAY, PAGE, AT))
                .satisfies(
                        problem ->
                                assertThat(problem.extensions())
                                        .containsEntry(
                                                "consents",
                                                List.of(new ConsentStanding(consent, standing))));
    }
}
