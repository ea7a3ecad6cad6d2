package org.homeward.grant.inkind;

import java.util.HashSet;
import java.util.List;

/** Of the units of an item, or the tags they were given. */
record SerialNumbers(List<String> numbers) {

    SerialNumbers {
        numbers = List.copyOf(numbers);
    }

    /** Whether each of so many units has one of its own. */
    boolean tellApart(int units) {
        return numbers.size() == units && new HashSet<>(numbers).size() == units;
    }
}
