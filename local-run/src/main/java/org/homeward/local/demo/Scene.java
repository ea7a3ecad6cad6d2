package org.homeward.local.demo;

import java.nio.file.Path;
import java.util.List;

/**
 * Where a file is played.
 *
 * @param data the folder with the scorecard and the pictures
 */
record Scene(Api api, Progress progress, Clocks clocks, String seed, Path data) {

    Steps steps(String name, String label, Part part) {
        return new Steps(api, progress, seed, name, label, part);
    }

    StoryJourney story(Steps steps, Part story, String programme, List<Registration> people) {
        return new StoryJourney(steps, story, programme, people, data.resolve("pictures"), clocks);
    }
}
