package org.homeward.beneficiary.retention;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

/** Random ids and codes only, so nothing is recorded as read. */
@UseCase("See whose files would be asked to be erased, and why not others")
class ShowDue {

    private static final int AT_ONCE = 100;
    private static final int PARTS = 10;

    private final DueFiles files;
    private final Aggregates aggregates;
    private final Cursors cursors;

    ShowDue(DueFiles files, Aggregates aggregates, Cursors cursors) {
        this.files = files;
        this.aggregates = aggregates;
        this.cursors = cursors;
    }

    /**
     * A page is full or the last, but where a thousand were looked at: then the next goes on after
     * them.
     */
    Page<Due> show(PageRequest page, Scope scope) {
        var bound = bound(scope);
        var rules = files.rules();
        var shown = new ArrayList<Due>();
        var after = page.cursor() == null ? null : cursors.decode(page.cursor(), bound).id();
        UUID last;
        int parts = 0;
        do {
            var some = files.candidates(rules, after, AT_ONCE);
            shown.addAll(within(files.due(rules, some), scope));
            if (shown.size() > page.limit()) {
                var due = shown.subList(0, page.limit());
                return new Page<>(due, cursors.encode(0, due.getLast().beneficiary(), bound));
            }
            if (some.size() < AT_ONCE) {
                return new Page<>(shown, null);
            }
            last = some.getLast();
            after = last;
            parts++;
        } while (parts < PARTS);
        return new Page<>(shown, cursors.encode(0, last, bound));
    }

    private List<Due> within(List<Due> due, Scope scope) {
        var people = due.stream().map(Due::beneficiary).toList();
        var reached =
                aggregates.findAll(BENEFICIARY, people, scope).stream()
                        .map(Stored::id)
                        .collect(Collectors.toSet());
        return due.stream().filter(one -> reached.contains(one.beneficiary())).toList();
    }

    private static String bound(Scope scope) {
        var districts = scope.districts();
        return "retention-due "
                + scope.organisation()
                + (districts == null ? "" : new TreeSet<>(districts));
    }
}
