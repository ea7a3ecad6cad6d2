package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeward.beneficiary.service.Staff.Answer;

/** Programmes to test with. */
final class Selections {

    static final String PROGRAMMES = "/api/v1/programmes";

    private Selections() {}

    /** Administrator besides, which helps her nowhere. */
    static Staff manager() {
        return staff("manager", "programme-manager", "administrator");
    }

    static Staff staff(String subject, String... roles) {
        return Staff.of(subject, "mission", List.of(roles), "*");
    }

    static String code() {
        return "T" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    }

    static Map<String, Object> programme(String code, String objective, String... districts) {
        return Map.of(
                "code", code,
                "objectives", List.of(objective),
                "donors", List.of("BILATERAL-1", "TRUST-FUND"),
                "agencies", List.of("MISSION"),
                "partners", List.of("umed"),
                "districts", List.of(districts),
                "from", "2026-01-01",
                "until", "2027-12-31",
                "target", 700);
    }

    /** Opened, in these districts. */
    static String opened(String... districts) {
        var code = code();
        made(manager().post(PROGRAMMES, programme(code, "WOMEN_LEFT_BEHIND", districts)));
        return code;
    }

    static UUID made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }
}
