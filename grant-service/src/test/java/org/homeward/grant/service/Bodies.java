package org.homeward.grant.service;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is sent in the tests. */
final class Bodies {

    static final String ACTIVITY = "Tailoring studio near the bazaar of Shahritus";
    static final String ITEM = "Overlock machine with table, second hand";
    static final String NEXT_STEP = "Ask the school whether it wants aprons";
    static final String TOTAL = "8100.50";

    private Bodies() {}

    static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", "TJS");
    }

    static Map<String, Object> fund(String ceiling) {
        return fund("REINT-26", ceiling);
    }

    /** Of a programme that the service has been told of, from the first use of its code. */
    static Map<String, Object> fund(String programme, String ceiling) {
        BeneficiaryService.hasOpened(programme);
        return Map.of("programme", programme, "donor", "BILATERAL", "ceiling", money(ceiling));
    }

    static Map<String, Object> ceiling(String ceiling) {
        return Map.of("ceiling", money(ceiling));
    }

    static Map<String, Object> application(UUID beneficiary, UUID fund) {
        return Map.of("beneficiary", beneficiary, "proposal", proposal(fund));
    }

    /** Six months of rent, two machines, cloth. */
    static Map<String, Object> proposal(UUID fund) {
        return proposal(
                fund,
                List.of(
                        rent("500.00", 6),
                        item("EQUIPMENT", ITEM, 2, "2000.00"),
                        item("MATERIAL", "Cloth and thread", 1, "1100.50")));
    }

    static Map<String, Object> proposal(UUID fund, List<Map<String, Object>> items) {
        return Map.of(
                "fund",
                fund,
                "sector",
                "CLOTHING",
                "jobs",
                2,
                "womenLed",
                false,
                "plan",
                Map.of(
                        "activity",
                        ACTIVITY,
                        "market",
                        "School uniforms for the town",
                        "experience",
                        "Ten years at his uncle's machine",
                        "risks",
                        "Power cuts in winter"),
                "items",
                items);
    }

    /** Every text in Tajik letters and as long as it may be, and as many items as there may be. */
    static Map<String, Object> longest(UUID beneficiary, UUID fund) {
        var rent = new HashMap<>(rent("100000.00", 60));
        rent.put("description", "ӯ".repeat(500));
        var proposal = new HashMap<>(proposal(fund, Collections.nCopies(50, rent)));
        var text = "ҳ".repeat(4000);
        proposal.put(
                "plan",
                Map.of("activity", text, "market", text, "experience", text, "risks", text));
        return Map.of("beneficiary", beneficiary, "proposal", proposal);
    }

    static Map<String, Object> item(String kind, String what, int quantity, String price) {
        return Map.of(
                "kind", kind, "description", what, "quantity", quantity, "unitPrice", money(price));
    }

    static Map<String, Object> rent(String price, int months) {
        return Map.of(
                "kind",
                "RENT",
                "description",
                "Studio in the town centre",
                "quantity",
                1,
                "unitPrice",
                money(price),
                "months",
                months);
    }

    /** Two of three must vote. */
    static Map<String, Object> committee() {
        return Map.of(
                "quorum",
                2,
                "members",
                List.of(
                        seat("member-1", "mission"),
                        seat("member-2", "bilateral"),
                        seat("member-3", "hamdasti")));
    }

    static Map<String, Object> seat(String member, String organisation) {
        return Map.of("subject", member, "organisation", organisation);
    }

    /** On what was handed in first. */
    static Map<String, Object> vote(String ballot) {
        return vote(1, ballot);
    }

    static Map<String, Object> vote(int submission, String ballot) {
        return Map.of(
                "submission",
                submission,
                "ballot",
                ballot,
                "reason",
                "The prices are those of the bazaar");
    }

    static Map<String, Object> interest() {
        return Map.of("reason", "His mother is my neighbour");
    }

    static Map<String, Object> revision() {
        return Map.of("what", "Say who buys in summer");
    }

    static Map<String, Object> order(String price) {
        return Map.of("price", money(price), "supplier", "Usto Karim, row four");
    }

    /** By a scan of its own. */
    static Map<String, Object> handover(String... serialNumbers) {
        var scan = UUID.randomUUID();
        var digits = scan.toString().replace("-", "");
        return handover(scan, digits + digits, serialNumbers);
    }

    static Map<String, Object> handover(UUID scan, String hash, String... serialNumbers) {
        return Map.of(
                "way",
                "THUMBPRINT",
                "evidence",
                scan,
                "hash",
                hash,
                "serialNumbers",
                List.of(serialNumbers));
    }

    static Map<String, Object> reason() {
        return Map.of("reason", "The needle plate was broken");
    }

    /** A brother and two women of the neighbourhood work there. */
    static Map<String, Object> visit(String planned, LocalDate made) {
        return Map.of(
                "planned",
                planned,
                "made",
                made.toString(),
                "finding",
                "WORKING",
                "employed",
                Map.of("family", 1, "women", 2, "others", 0),
                "incomeBefore",
                Map.of("amount", "0.00", "currency", "TJS"),
                "incomeNow",
                money("900.00"),
                "nextStep",
                NEXT_STEP);
    }

    static Map<String, Object> rejection() {
        return Map.of("reason", "Three studios on the same street already");
    }
}
