package org.homeward.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** At rest, each page is there in every language while its consent is in force, and gone after. */
final class PagesFollowConsent implements Invariant {

    private static final List<String> LANGUAGES = List.of("tg", "ru", "en");
    private static final int THERE = 200;
    private static final int GONE = 410;
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(250);

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
                        int right = inForce ? THERE : GONE;
                        int status = status(reader, port, "/" + language + story.path(), right);
                        if (status != right) {
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

    /** A page may hide for a while on a busy machine; it comes back by itself. */
    private static int status(Staff reader, String port, String path, int right) {
        long start = System.nanoTime();
        int status = reader.page(port, path);
        while (status != right && System.nanoTime() - start < SOON.toNanos()) {
            Campaign.pause(PAUSE);
            status = reader.page(port, path);
        }
        return status;
    }
}
