package org.homeward.story.editorial;

import java.util.List;
import java.util.Map;
import org.homeward.kit.web.Problem;
import org.homeward.story.crowd.Crowd;

/** A story of people that tells where they are or what they do, and few can be meant. */
final class PlaceTooRare extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param leaveOut fields of the draft; one of the lists has to go as a whole
     */
    PlaceTooRare(List<List<String>> leaveOut) {
        super(
                409,
                "place-too-rare",
                "Few can be meant",
                "Fewer than "
                        + Crowd.ENOUGH
                        + " grants fit the region and the sector that the draft tells: who knows of grants"
                        + " would find the person. One of the lists in leaveOut has to be left out.",
                Map.of("leaveOut", leaveOut));
    }
}
