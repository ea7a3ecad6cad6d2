package org.homeward.beneficiary.retention;

import java.util.UUID;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;

/** Random ids and codes only, so nothing is recorded as read. */
@UseCase("See whose files would be asked to be erased, and why not others")
class ShowDue {

    private static final String BOUND = "retention-due";

    private final DueFiles files;
    private final Cursors cursors;

    ShowDue(DueFiles files, Cursors cursors) {
        this.files = files;
        this.cursors = cursors;
    }

    /** A part may be shorter than asked for where somebody is kept for another programme. */
    Page<Due> show(PageRequest page) {
        var part = files.some(after(page), page.limit());
        var next = part.next();
        return new Page<>(part.due(), next == null ? null : cursors.encode(0, next, BOUND));
    }

    private @Nullable UUID after(PageRequest page) {
        return page.cursor() == null ? null : cursors.decode(page.cursor(), BOUND).id();
    }
}
