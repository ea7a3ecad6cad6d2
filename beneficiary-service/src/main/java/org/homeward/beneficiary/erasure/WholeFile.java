package org.homeward.beneficiary.erasure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.beneficiary.registration.PartOfFile;
import org.homeward.kit.journal.Change;
import org.springframework.stereotype.Component;

/** Everything that any feature keeps of a person. */
@Component
class WholeFile {

    private final List<PartOfFile> parts;

    WholeFile(List<PartOfFile> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * @return orders for what was written for stories of hers
     */
    Set<UUID> erase(UUID person, Change change) {
        var stories = new HashSet<UUID>();
        parts.forEach(part -> stories.addAll(part.erase(person, change)));
        return stories;
    }

    /** Whether it takes another change to erase the rest. */
    boolean isLeft(UUID person, Change change) {
        return parts.stream().anyMatch(part -> part.isLeft(person, change));
    }
}
