package org.homeward.beneficiary.retention;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;

/** Random ids and codes only, so nothing is recorded as read. */
@UseCase("See whose files would be asked to be erased, and why not others")
class ShowDue {

    private static final String BOUND = "retention-due";

    private final DueFiles files;
    private final Aggregates aggregates;
    private final Cursors cursors;

    ShowDue(DueFiles files, Aggregates aggregates, Cursors cursors) {
        this.files = files;
        this.aggregates = aggregates;
        this.cursors = cursors;
    }

    /**
     * A part may be shorter than asked for where somebody is kept for another programme, or out of
     * the caller's reach.
     */
    Page<Due> show(PageRequest page, Scope scope) {
        var part = files.some(after(page), page.limit());
        var within = within(part.due().stream().map(Due::beneficiary).toList(), scope);
        var due = part.due().stream().filter(one -> within.contains(one.beneficiary())).toList();
        var next = part.next();
        return new Page<>(due, next == null ? null : cursors.encode(0, next, BOUND));
    }

    private Set<UUID> within(List<UUID> people, Scope scope) {
        return aggregates.findAll(BENEFICIARY, people, scope).stream()
                .map(Stored::id)
                .collect(Collectors.toSet());
    }

    private @Nullable UUID after(PageRequest page) {
        return page.cursor() == null ? null : cursors.decode(page.cursor(), BOUND).id();
    }
}
