package org.homeward.local.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.homeward.local.piece.LocalSystem;
import org.homeward.local.piece.LocalSystem.Condition;
import org.homeward.local.piece.Piece;

/** What | URL | state. */
record Table(LocalSystem system) {

    private static final String ROW = "%-28s %-52s %s%n";

    /** True if all is ready. */
    boolean print(PrintStream out) {
        Map<String, Condition> conditions = system.conditions();
        out.printf(ROW, "what", "URL", "state");
        for (Piece piece : system.pieces()) {
            Condition condition = conditions.getOrDefault(piece.name(), Condition.STOPPED);
            for (Piece.Address address : piece.addresses()) {
                out.printf(ROW, address.what(), address.url(), text(condition));
            }
        }
        return conditions.values().stream().allMatch(c -> c == Condition.READY);
    }

    private static String text(Condition condition) {
        return condition.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
