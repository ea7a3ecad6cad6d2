package org.homeward.story.crowd;

import java.util.ArrayList;
import java.util.List;

/**
 * How many grants fit what a story tells of a business: who reads the topics finds the same ones,
 * and among them whom it is about. Each is counted once, and no further than {@value #ENOUGH}. They
 * never become fewer, for a grant that was told stays on its topic: what once was enough always is.
 *
 * @param ofBoth grants of its region and sector; where it tells one of them, grants of that one
 * @param ofRegion grants of its region, in any sector
 * @param ofSector grants of its sector, in any region
 */
public record Crowd(long ofBoth, long ofRegion, long ofSector) {

    /** Cells under 11 are suppressed wherever figures of people are told. */
    public static final int ENOUGH = 11;

    /**
     * What of the two has to be left out, as the API names them: each list is enough by itself.
     * Empty where both may be told, or neither is.
     */
    public List<List<String>> toLeaveOut(boolean tellsRegion, boolean tellsSector) {
        if (ofBoth >= ENOUGH || !(tellsRegion || tellsSector)) {
            return List.of();
        }
        if (!tellsSector) {
            return List.of(List.of("region"));
        }
        if (!tellsRegion) {
            return List.of(List.of("sector"));
        }
        var ways = new ArrayList<List<String>>();
        if (ofSector >= ENOUGH) {
            ways.add(List.of("region"));
        }
        if (ofRegion >= ENOUGH) {
            ways.add(List.of("sector"));
        }
        return ways.isEmpty() ? List.of(List.of("region", "sector")) : List.copyOf(ways);
    }
}
