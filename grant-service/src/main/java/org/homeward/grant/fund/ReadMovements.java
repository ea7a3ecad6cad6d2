package org.homeward.grant.fund;

import static org.homeward.grant.fund.Funds.FUNDS;

import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

/**
 * Each is of one person's grant, and leads to it: so she is told who read what was paid for her.
 */
@UseCase("Read what moved a fund's money, for a purpose that is written down first")
class ReadMovements {

    private final Aggregates aggregates;
    private final Movements movements;
    private final AccessLog accessLog;

    ReadMovements(Aggregates aggregates, Movements movements, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.movements = movements;
        this.accessLog = accessLog;
    }

    /** The newest first. */
    Page<Movements.Row> read(
            UUID fund, Purpose purpose, Actor actor, Scope scope, PageRequest page) {
        var found = aggregates.find(FUNDS, fund, scope).orElseThrow(NotFound::new);
        var moved = movements.of(found.id(), page);
        var shown = moved.items().stream().flatMap(ReadMovements::recordsOf).distinct().toList();
        accessLog.record(actor, purpose, "fund-movement", shown);
        return moved;
    }

    /** What it was for, and whose that is. */
    private static Stream<UUID> recordsOf(Movements.Row row) {
        return Stream.concat(Stream.of(row.cause()), Stream.ofNullable(row.beneficiary()));
    }
}
