package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldRulesTest {

    static final String REASON =
            "A reason that says at some length why nobody at all is found by this.";

    @Test
    void every_field_of_every_event_says_why_it_may_be_public_and_no_text_is_free() {
        List<String> violations =
                Field.events().stream().flatMap(e -> FieldRules.violations(e).stream()).toList();

        assertThat(violations).isEmpty();
    }

    @Test
    void the_rules_have_looked_at_all_events() {
        assertThat(Field.events()).hasSizeGreaterThanOrEqualTo(18);
        assertThat(Field.events().stream().mapToInt(event -> Field.of(event).size()).sum())
                .isGreaterThan(60);
    }

    @Test
    void a_bad_record_is_found_out_in_every_point() {
        assertThat(FieldRules.violations(Bad.class))
                .containsExactly(
                        "Bad.unsaid has no @Carries: nobody has said why it may be public",
                        "Bad.blank gives no reason worth the name",
                        "Bad.brief gives no reason worth the name",
                        "Bad.free is a text without a form",
                        "Bad.freeList is a text without a form",
                        "Bad.shapedId has a form and is no text",
                        "Bad.idAsCode is of a type that does not go with CODE",
                        "Bad.textAsId is of a type that does not go with RANDOM_ID",
                        "Bad.number is of a type that contracts do not use: double",
                        "Bad.sum is money and no AMOUNT",
                        "Bad.always depends on another field and is not @Nullable",
                        "Bad.nowhere depends on a field or value that is not there",
                        "Bad.onNoValue depends on a field or value that is not there",
                        "Bad.both depends on 'is' or on 'isNot', one of them",
                        "Bad.inside has no @Carries: nobody has said why it may be public",
                        "Inside.note has no @Carries: nobody has said why it may be public",
                        "Inside.note is a text without a form");
    }

    record Inside(String note) {}

    record Bad(
            boolean unsaid,
            @Carries(kind = Carries.Kind.COARSE_FACT, because = "            ") boolean blank,
            @Carries(kind = Carries.Kind.COARSE_FACT, because = "It is public.") boolean brief,
            @Carries(kind = Carries.Kind.CODE, because = REASON) String free,
            @Carries(kind = Carries.Kind.CODE, because = REASON) List<String> freeList,
            @Carries(kind = Carries.Kind.RANDOM_ID, because = REASON) @Text(TextForm.SHA_256)
                    UUID shapedId,
            @Carries(kind = Carries.Kind.CODE, because = REASON) UUID idAsCode,
            @Carries(kind = Carries.Kind.RANDOM_ID, because = REASON) @Text(TextForm.SHA_256)
                    String textAsId,
            @Carries(kind = Carries.Kind.COARSE_FACT, because = REASON) double number,
            @Carries(kind = Carries.Kind.CODE, because = REASON) Money sum,
            @Carries(kind = Carries.Kind.CODE, because = REASON)
                    @OnlyWhen(field = "sector", is = "FOOD")
                    boolean always,
            @Carries(kind = Carries.Kind.CODE, because = REASON)
                    @OnlyWhen(field = "elsewhere", is = "FOOD")
                    @Nullable Sector nowhere,
            @Carries(kind = Carries.Kind.CODE, because = REASON)
                    @OnlyWhen(field = "sector", is = "PIRACY")
                    @Nullable Sector onNoValue,
            @Carries(kind = Carries.Kind.CODE, because = REASON)
                    @OnlyWhen(field = "sector", is = "FOOD", isNot = "REPAIR")
                    @Nullable Sector both,
            Inside inside,
            @Carries(kind = Carries.Kind.CODE, because = REASON) Sector sector) {}
}
