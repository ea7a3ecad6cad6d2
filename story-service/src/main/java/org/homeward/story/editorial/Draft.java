package org.homeward.story.editorial;

import java.util.ArrayList;
import org.homeward.contracts.story.StoryDrafted;
import org.homeward.contracts.story.StoryKind;
import org.homeward.contracts.story.StorySubmitted;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.story.crowd.Crowd;
import org.homeward.story.text.Language;
import org.homeward.story.text.StoryText;
import org.jspecify.annotations.Nullable;

/**
 * A story that is being written.
 *
 * @param returned why the last review sent it back; null when none did, or somebody was left out
 *     since, of whom it may tell
 */
public record Draft(Profile profile, Secret<StoryText> text, @Nullable Returned returned)
        implements Story {

    public static Decision<Draft> begin(Profile profile, StoryText text) {
        return Decision.of(
                new Draft(profile, Secret.of(text), null),
                new StoryDrafted(profile.story(), profile.kind()));
    }

    /** The reviewer's reason stays in sight until the story is submitted again. */
    Decision<Draft> revise(Profile revised, StoryText newText) {
        boolean same = isLegible() && !revised.leavesOut(profile);
        return Decision.of(new Draft(revised, revised(newText), same ? returned : null));
    }

    /**
     * Hands it in for both reviews. From then on neither text nor place is changed, or it is handed
     * in again; and a crowd never gets smaller: so it is judged here and not again at publication.
     *
     * @param crowd the grants that fit its region and sector
     * @throws StoryIncomplete when a reader would miss something
     * @throws PlaceTooRare when it is of people, and too few grants fit
     */
    Decision<InReview> submit(Crowd crowd) {
        var missing = new ArrayList<String>();
        var words = text.open();
        if (words.versions().isEmpty()) {
            missing.add("versions");
        }
        for (Language language : words.unfinished()) {
            missing.add("versions/" + language.tag());
        }
        for (int i = 0; i < profile.pictures().size(); i++) {
            if (profile.pictures().get(i).lacksConsent()) {
                missing.add("pictures/" + i + "/shown");
            }
            for (var version : words.versions().entrySet()) {
                if (version.getValue().alternative(i).isEmpty()) {
                    missing.add("versions/" + version.getKey().tag() + "/alternatives/" + i);
                }
            }
        }
        if (profile.kind() == StoryKind.STORY && profile.persons().isEmpty()) {
            missing.add("persons");
        }
        if (profile.kind() == StoryKind.CALL && profile.closes() == null) {
            missing.add("closes");
        }
        if (profile.kind() == StoryKind.PAGE && profile.standsAt() == null) {
            missing.add("standsAt");
        }
        if (!missing.isEmpty()) {
            throw new StoryIncomplete(missing);
        }
        var leaveOut = crowd.toLeaveOut(profile.region() != null, profile.sector() != null);
        if (profile.isOfPeople() && !leaveOut.isEmpty()) {
            throw new PlaceTooRare(leaveOut);
        }
        return Decision.of(
                new InReview(profile, text, null, null), new StorySubmitted(profile.story()));
    }
}
