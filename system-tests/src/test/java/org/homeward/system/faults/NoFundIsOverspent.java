package org.homeward.system.faults;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.homeward.contracts.grant.GrantApproved;

/** Ledger, movements, grants, approved applications and events tell of the same money. */
final class NoFundIsOverspent implements Invariant {

    @Override
    public String says() {
        return "5: no fund is overspent, nothing is reserved twice";
    }

    @Override
    public List<String> broken(Evidence left) {
        var broken = new ArrayList<String>();
        var granted = new HashMap<UUID, BigDecimal>();
        var ofApplications = new HashSet<UUID>();
        for (var grant : left.rows(Service.GRANT, "grants")) {
            var terms = terms(grant);
            granted.merge(terms.get("fund", UUID.class), amount(terms), BigDecimal::add);
            if (!ofApplications.add(terms.get("application", UUID.class))) {
                broken.add("two grants of application " + terms.get("application"));
            }
        }
        var moved = new HashMap<UUID, Map<String, BigDecimal>>();
        for (var row : left.rows(Service.GRANT, "fund_movements")) {
            move(row, moved.computeIfAbsent(row.get("fund", UUID.class), _ -> new HashMap<>()));
        }
        for (var fund : left.rows(Service.GRANT, "funds")) {
            judge(fund, moved, granted, broken);
        }
        var approved = new HashSet<UUID>();
        for (var application : left.rows(Service.GRANT, "applications")) {
            var state = application.get("state", Document.class);
            if ("application.approved".equals(state.getString("_class"))) {
                approved.add(application.get("_id", UUID.class));
            }
        }
        if (!approved.equals(ofApplications)) {
            broken.add("approved are " + approved + ", grants are of " + ofApplications);
        }
        var told = new HashSet<UUID>();
        left.topics().stream()
                .map(one -> one.event())
                .filter(GrantApproved.class::isInstance)
                .forEach(event -> told.add(((GrantApproved) event).grant()));
        if (told.size() != ofApplications.size()) {
            broken.add(ofApplications.size() + " grants, " + told.size() + " told");
        }
        return broken;
    }

    private static Document terms(Document grant) {
        return grant.get("state", Document.class).get("terms", Document.class);
    }

    private static void judge(
            Document fund,
            Map<UUID, Map<String, BigDecimal>> moved,
            Map<UUID, BigDecimal> granted,
            List<String> broken) {
        var id = fund.get("_id", UUID.class);
        var ledger = fund.get("state", Document.class).get("ledger", Document.class);
        var ceiling = number(ledger.get("ceiling", Document.class));
        var movements = moved.getOrDefault(id, Map.of());
        var used = BigDecimal.ZERO;
        for (var part : List.of("reserved", "committed", "spent")) {
            var stands = number(ledger.get(part, Document.class));
            var sum = movements.getOrDefault(part, BigDecimal.ZERO);
            if (stands.compareTo(sum) != 0) {
                broken.add("fund %s: %s is %s, movements say %s".formatted(id, part, stands, sum));
            }
            used = used.add(stands);
        }
        var grants = granted.getOrDefault(id, BigDecimal.ZERO);
        var promised = movements.getOrDefault("promised", BigDecimal.ZERO);
        if (used.compareTo(ceiling) > 0 || promised.compareTo(grants) != 0) {
            broken.add(
                    "fund %s: ceiling %s, used %s; promised %s, grants %s"
                            .formatted(id, ceiling, used, promised, grants));
        }
    }

    /** Where the movement took money from, and where it lies now. */
    private static void move(Document row, Map<String, BigDecimal> parts) {
        var amount = amount(row);
        var kind = row.getString("kind");
        switch (kind) {
            case "RESERVED" -> {
                add(parts, "promised", amount);
                add(parts, "reserved", amount);
            }
            case "FREED" -> add(parts, "reserved", amount.negate());
            case "COMMITTED" -> {
                add(parts, "reserved", amount.negate());
                add(parts, "committed", amount);
            }
            case "CANCELLED" -> add(parts, "committed", amount.negate());
            case "SPENT" -> {
                add(parts, "committed", amount.negate());
                add(parts, "spent", amount);
            }
            case "RETURNED" -> add(parts, "spent", amount.negate());
            default -> throw new IllegalStateException("a movement of another kind: " + kind);
        }
    }

    private static void add(Map<String, BigDecimal> parts, String part, BigDecimal amount) {
        parts.merge(part, amount, BigDecimal::add);
    }

    private static BigDecimal amount(Document of) {
        return number(of.get("amount", Document.class));
    }

    private static BigDecimal number(Document money) {
        return switch (money.get("amount")) {
            case Decimal128 exact -> exact.bigDecimalValue();
            case Object text -> new BigDecimal(text.toString());
        };
    }
}
