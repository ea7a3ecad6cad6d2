package org.homeward.story.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.homeward.contracts.Sector;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.export.ExportView;
import org.homeward.kit.export.ExportView.FieldView;
import org.homeward.kit.export.Labels;
import org.homeward.kit.export.Language;
import org.homeward.kit.export.Told;
import org.homeward.kit.sealing.Secret;
import org.homeward.story.StoryService;
import org.homeward.story.editorial.Approval;
import org.homeward.story.editorial.Approved;
import org.homeward.story.editorial.Draft;
import org.homeward.story.editorial.Illustration;
import org.homeward.story.editorial.InReview;
import org.homeward.story.editorial.Portrayed;
import org.homeward.story.editorial.Profile;
import org.homeward.story.editorial.Published;
import org.homeward.story.editorial.Retracted;
import org.homeward.story.editorial.Returned;
import org.homeward.story.editorial.Review;
import org.homeward.story.editorial.Story;
import org.homeward.story.picture.Size;
import org.homeward.story.text.StoryText;
import org.homeward.story.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class ToldStoryTest {

    private static final UUID SHE = UUID.randomUUID();
    private static final UUID BROTHER = UUID.randomUUID();
    private static final UUID SHOWN = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-11-22T21:00:00Z");
    private static final String HASH = "a".repeat(64);
    private static final StoryText TEXT =
            new StoryText(
                    Texts.tailor("Mehri at her machine").versions(),
                    Map.of(SHE, "Nigina", BROTHER, "Daler"),
                    "5a".repeat(32));

    private final Labels labels = new Labels(StoryService.class, Set.of("language"));
    private final ResourceBundleMessageSource site = new ResourceBundleMessageSource();

    ToldStoryTest() {
        site.setBasename("site/messages");
        site.setDefaultEncoding("UTF-8");
        site.setFallbackToSystemLocale(false);
    }

    @Test
    void who_is_alone_in_it_is_told_all_of_its_words_whatever_its_state() {
        for (var story : withWords(alone(StoryKind.STORY, Sector.CLOTHING, "TJ-KT"))) {
            var told = told(story, SHE, false);

            assertThat(told).extracting(Told::kind).startsWith("STORY").hasSize(4);
            assertThat(told.toString())
                    .contains(
                            "Nigina",
                            "The tailor who came home",
                            "Джамшед вернулся без заработка",
                            "ноҳияаш",
                            "Mehri at her machine",
                            "TJ-KT",
                            "CLOTHING")
                    .doesNotContain("words", "REINT-26", "editor", "reviewer", "too sad");
        }
    }

    @Test
    void what_tells_of_others_as_well_is_told_as_far_as_it_is_hers_until_everybody_can_read_it() {
        for (var story : withWords(withOthers())) {
            var hers = told(story, SHE, false);
            var ofWhoIsShown = told(story, SHOWN, false);

            assertThat(hers).hasSize(1);
            assertThat(value(hers, "words")).containsExactly("WITHHELD");
            assertThat(value(hers, "name")).containsExactly("Nigina");
            assertThat(value(hers, "nameChanged")).containsExactly("true");
            assertThat(value(hers, "pictures")).containsExactly("0");
            assertThat(hers.toString()).doesNotContain("Daler", "TJ-", "tailor", "Mehri");
            assertThat(value(ofWhoIsShown, "pictures")).containsExactly("2");
            assertThat(ofWhoIsShown.toString()).doesNotContain("Nigina", "Daler", "nameChanged");
        }

        var published = told(published(withOthers()), SHE, true);

        assertThat(published).hasSize(4);
        assertThat(value(published, "publishedOn")).containsExactly("2026-11-23");
        assertThat(value(published, "pictures")).containsExactly("0");
        assertThat(published.toString()).contains("Mehri at her machine").doesNotContain("Daler");
    }

    @Test
    void of_one_that_has_no_words_any_more_she_is_told_that() {
        var told =
                told(
                        new Retracted(
                                alone(StoryKind.STORY, Sector.CLOTHING, "TJ-KT"),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                AT),
                        SHE,
                        false);

        assertThat(told).containsExactly(Told.of("STORY").and("state", "RETRACTED"));
    }

    @ParameterizedTest
    @EnumSource
    void every_word_for_programs_is_said_in_her_language(Language language) {
        var stories =
                Stream.of(
                                withWords(withOthers()).stream(),
                                withWords(alone(StoryKind.STORY, null, null)).stream(),
                                Stream.of(new Retracted(withOthers(), UUID.randomUUID(), null, AT)),
                                Stream.of(Sector.values())
                                        .map(one -> draft(alone(StoryKind.NEWS, one, null))),
                                Stream.of("TJ-DU", "TJ-GB", "TJ-KT", "TJ-RA", "TJ-SU")
                                        .map(one -> draft(alone(StoryKind.CALL, null, one))),
                                Stream.of(StoryKind.values())
                                        .map(one -> draft(alone(one, null, null))))
                        .flatMap(one -> one);

        var told =
                Stream.concat(
                                stories.flatMap(
                                        story ->
                                                ToldStory.of(story, SHE, false, site(language))
                                                        .stream()),
                                Stream.of(
                                        Told.of("STORY")
                                                .and("words", "UNAVAILABLE")
                                                .and("nameChanged", false)))
                        .toList();

        assertThat(
                        ExportView.of(language, LocalDate.EPOCH, null, told, labels)
                                .records()
                                .stream()
                                .flatMap(one -> one.fields().stream())
                                .filter(ToldStoryTest::isForPrograms))
                .hasSizeGreaterThan(20)
                .allSatisfy(one -> assertThat(one.texts()).isNotEqualTo(one.values()));
    }

    private static boolean isForPrograms(FieldView field) {
        return field.values().getFirst().matches("[A-Z][A-Z_]+|TJ-[A-Z]{2}|true|false|tg|ru|en");
    }

    private List<Told> told(Story story, UUID consent, boolean isPublic) {
        return ToldStory.of(story, consent, isPublic, site(Language.EN));
    }

    private UnaryOperator<String> site(Language language) {
        return key -> site.getMessage(key, null, Locale.of(language.tag()));
    }

    private static List<String> value(List<Told> told, String field) {
        return told.getFirst().facts().stream()
                .filter(fact -> fact.field().equals(field))
                .flatMap(fact -> fact.values().stream())
                .toList();
    }

    /** In each state in which it has any. */
    private static List<Story> withWords(Profile profile) {
        var approval = new Approval("reviewer", AT);
        var text = Secret.of(TEXT);
        return List.of(
                new Draft(
                        profile,
                        text,
                        new Returned(Review.CONTENT, "reviewer", Secret.of("too sad"), AT)),
                new InReview(profile, text, approval, null),
                new Approved(profile, text, HASH, approval, approval),
                published(profile));
    }

    private static Draft draft(Profile profile) {
        return new Draft(profile, Secret.of(TEXT), null);
    }

    private static Published published(Profile profile) {
        return new Published(profile, Secret.of(TEXT), HASH, UUID.randomUUID(), AT);
    }

    private static Profile alone(StoryKind kind, @Nullable Sector sector, @Nullable String region) {
        return profile(kind, sector, region, List.of(), SHE);
    }

    /** Two are told of, and one is shown twice beside somebody else. */
    private static Profile withOthers() {
        return profile(
                StoryKind.STORY,
                Sector.FOOD,
                "TJ-SU",
                List.of(picture(SHOWN), picture(SHOWN, UUID.randomUUID())),
                SHE,
                BROTHER);
    }

    private static Illustration picture(UUID... shown) {
        return new Illustration(
                UUID.randomUUID(), HASH, List.of(new Size(480, 320)), 1, List.of(shown));
    }

    private static Profile profile(
            StoryKind kind,
            @Nullable Sector sector,
            @Nullable String region,
            List<Illustration> pictures,
            UUID... persons) {
        return new Profile(
                UUID.randomUUID(),
                kind,
                "editor",
                "REINT-26",
                region,
                sector,
                null,
                null,
                Arrays.stream(persons).map(id -> new Portrayed(id, true)).toList(),
                pictures,
                List.of());
    }
}
