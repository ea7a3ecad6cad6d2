package org.homeward.story.editorial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.story.StoryKind;
import org.homeward.story.consent.Consent;
import org.homeward.story.consent.KnownConsents;
import org.homeward.story.crowd.Crowd;
import org.homeward.story.picture.Size;
import org.homeward.story.publication.StandsAt;
import org.homeward.story.text.StoryText;
import org.homeward.story.text.Texts;

/** Stories in each state. */
final class Stories {

    static final UUID ID = UUID.fromString("5b0c2f7e-93d8-4f4e-8a44-2f6f6e7a9c01");
    static final UUID OTHER_ID = UUID.fromString("1e8d6a52-0c4b-4c3e-b1a7-7c0d9f3e5b64");
    static final UUID PAGE = UUID.fromString("0a4f3c21-7be5-4d7b-9a57-66f2f2f0f7d3");
    static final UUID CONSENT = UUID.fromString("7d1f1d5e-4c2b-4f0e-9a6f-0d8f3b6c2a11");
    static final UUID BROTHER = UUID.fromString("c9a6f0b2-1b7d-4a6e-bd4f-6f1f0c6b5e22");
    static final UUID PICTURE = UUID.fromString("f1b7d0a4-6f0e-4b62-9a5d-3a1f0c6b5e77");
    static final UUID PHOTOGRAPH = UUID.fromString("2d4a9b1c-8c3e-4f5a-b6d7-1e2f3a4b5c6d");
    static final String PICTURE_HASH = "c".repeat(64);
    static final Crowd CROWD = new Crowd(Crowd.ENOUGH, Crowd.ENOUGH, Crowd.ENOUGH);
    static final String AUTHOR = "editor";
    static final String PROTECTION = "protection-officer";
    static final String LEAD = "communications-lead";
    static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static final LocalDate CLOSES = LocalDate.of(2026, 12, 18);

    private Stories() {}

    static Profile profile(StoryKind kind, UUID... consents) {
        var persons = Arrays.stream(consents).map(id -> new Portrayed(id, false)).toList();
        return new Profile(
                ID,
                kind,
                AUTHOR,
                "REINT-26",
                "TJ-KT",
                Sector.CLOTHING,
                kind == StoryKind.CALL ? CLOSES : null,
                kind == StoryKind.PAGE ? StandsAt.ABOUT : null,
                persons,
                List.of(),
                List.of());
    }

    static Draft draft() {
        return draft(Texts.tailor(), CONSENT);
    }

    static Draft draft(StoryText text, UUID... consents) {
        return Draft.begin(profile(StoryKind.STORY, consents), text).state();
    }

    /** About nobody. */
    static Draft of(StoryKind kind) {
        return Draft.begin(profile(kind), Texts.tailor()).state();
    }

    static Draft call(UUID... consents) {
        return Draft.begin(profile(StoryKind.CALL, consents), Texts.tailor()).state();
    }

    /** A tailor with a picture of him and of nobody else. */
    static Draft pictured() {
        return pictured(Texts.tailor("He sits at his machine."), 1, PHOTOGRAPH);
    }

    static Draft pictured(StoryText text, int faces, UUID... shown) {
        var picture =
                new Illustration(
                        PICTURE, PICTURE_HASH, List.of(new Size(480, 320)), faces, List.of(shown));
        var profile = profile(StoryKind.STORY, CONSENT);
        var with =
                profile.with(
                        profile.programme(),
                        profile.region(),
                        profile.sector(),
                        null,
                        null,
                        profile.persons(),
                        List.of(picture));
        return Draft.begin(with, text).state();
    }

    static InReview inReview() {
        return draft().submit(CROWD).state();
    }

    static Approved approved() {
        return approved(draft());
    }

    static Approved approved(Draft draft) {
        var once =
                (InReview)
                        draft.submit(CROWD)
                                .state()
                                .approve(Review.DISCLOSURE, PROTECTION, AT)
                                .state();
        return (Approved) once.approve(Review.CONTENT, LEAD, AT).state();
    }

    static Published published() {
        return approved().publish(yesTo(approved().textHash()), TODAY, PAGE, AT).state();
    }

    static KnownConsents yesTo(String hash) {
        return known(
                new Consent(
                        CONSENT,
                        ConsentPurpose.STORY_PUBLICATION,
                        Consent.State.GIVEN,
                        hash,
                        null,
                        null));
    }

    static KnownConsents known(Consent... consents) {
        return KnownConsents.of(List.of(consents));
    }
}
