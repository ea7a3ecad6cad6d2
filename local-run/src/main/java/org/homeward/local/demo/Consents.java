package org.homeward.local.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.homeward.local.Port;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked and answers.
 *
 * @param worker who asks
 */
record Consents(Steps steps, String worker) {

    static final String STORY = "STORY_PUBLICATION";
    static final String PHOTOGRAPH = "PHOTOGRAPH";

    UUID id(String name) {
        return steps.id(name);
    }

    void ask(String purpose) {
        ask(purpose, purpose, Map.of());
    }

    /**
     * @return by what name it is answered
     */
    String askToShareWith(String partner) {
        var name = "SHARING_WITH_PARTNER " + partner;
        ask(name, "SHARING_WITH_PARTNER", Map.of("partner", partner));
        return name;
    }

    private void ask(String name, String purpose, Map<String, String> more) {
        var body = new HashMap<String, Object>(more);
        body.put("id", id(name));
        body.put("purpose", purpose);
        body.put("language", "tg");
        body.put("textVersion", "2026-1");
        steps.post(
                "ask " + name,
                worker,
                Port.BENEFICIARY,
                "/api/v1/beneficiaries/" + steps.id("beneficiary") + "/consents",
                null,
                body);
    }

    /** A yes that must be heard. */
    void agree(String purpose, Evidence.Kept form, @Nullable String hash) {
        Steps.done("agree " + purpose, steps.part(), say(purpose, form, hash));
    }

    /**
     * A yes, which may come too early.
     *
     * @param hash of what she has seen; null for other purposes
     */
    Answer say(String purpose, Evidence.Kept form, @Nullable String hash) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("way", "SIGNED_FORM");
        body.put("evidence", form.hash());
        body.put("evidenceItem", form.id());
        if (hash != null) {
            body.put("textHash", hash);
        }
        return steps.send(
                "agree " + purpose,
                worker,
                "POST",
                Port.BENEFICIARY,
                "/api/v1/consents/" + id(purpose) + "/agreement",
                1L,
                body);
    }

    void withdraw(String purpose) {
        steps.post(
                "withdraw " + purpose,
                worker,
                Port.BENEFICIARY,
                "/api/v1/consents/" + id(purpose) + "/withdrawal",
                null,
                null);
    }

    String state(String purpose) {
        return steps.read(
                        worker,
                        Port.BENEFICIARY,
                        "/api/v1/consents/" + id(purpose),
                        "case-management")
                .path("state")
                .asString("");
    }
}
