package org.homeward.contracts.story;

import static org.homeward.contracts.Carries.Kind.COARSE_FACT;
import static org.homeward.contracts.Carries.Kind.CODE;
import static org.homeward.contracts.Carries.Kind.PUBLIC_FACT;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;

import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Carries;
import org.homeward.contracts.EventType;
import org.homeward.contracts.Sector;
import org.homeward.contracts.Text;
import org.homeward.contracts.TextForm;
import org.jspecify.annotations.Nullable;

/** A story can be read by everybody, in these languages, at this path of the public site. */
@EventType(
        value = "homeward.story.published.v1",
        says =
                "A story can be read by everybody, in these languages, at this path of the public site.")
public record StoryPublished(
        @Carries(kind = RANDOM_ID, because = Because.STORY) UUID story,
        @Carries(kind = PUBLIC_FACT, because = Because.LANGUAGES) @Text(TextForm.LANGUAGE)
                List<String> languages,
        @Carries(kind = CODE, because = Because.KIND) StoryKind kind,
        @Carries(kind = COARSE_FACT, because = Because.REGION) @Text(TextForm.REGION)
                @Nullable String region,
        @Carries(kind = COARSE_FACT, because = Because.SECTOR) @Nullable Sector sector,
        @Carries(kind = PUBLIC_FACT, because = Because.PATH) @Text(TextForm.PAGE_PATH) String path)
        implements StoryEvent {

    public StoryPublished {
        languages = Languages.checked(languages);
        if (region != null) {
            TextForm.REGION.checked(region);
        }
        TextForm.PAGE_PATH.checked(path);
    }
}
