package org.homeward.system.faults;

import java.util.ArrayList;
import java.util.List;

/** At rest, each page is there in every language while its consent is in force, and gone after. */
final class PagesFollowConsent implements Invariant {

    private static final List<String> LANGUAGES = List.of("tg", "ru", "en");
    private static final int THERE = 200;
    private static final int GONE = 410;

    @Override
    public String says() {
        return "6: no public story without consent in force";
    }

    @Override
    public List<String> broken(Evidence left) {
        var broken = new ArrayList<String>();
        try (var reader = new Staff(left.system(), new Diary())) {
            for (var story : left.diary().stories()) {
                boolean inForce = Boolean.TRUE.equals(left.diary().consent(story.consent()));
                for (var port : Service.STORY.ports()) {
                    for (var language : LANGUAGES) {
                        int status = reader.page(port, "/" + language + story.path());
                        if (status != (inForce ? THERE : GONE)) {
                            broken.add(
                                    "story %s, whose consent %s is %s, answers %d in %s at %s"
                                            .formatted(
                                                    story.story(),
                                                    story.consent(),
                                                    inForce ? "in force" : "withdrawn",
                                                    status,
                                                    language,
                                                    port));
                        }
                    }
                }
            }
        }
        return broken;
    }
}
