package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentRefused;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rule that keeps a face and a file apart, in the records and in what others validate by. */
class ConsentTest {

    private static final UUID CONSENT = UUID.fromString("6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90");
    private static final UUID PERSON = UUID.fromString("0b8d7c11-22a4-4f0e-8a6b-1de0f3b7c9aa");
    private static final String HASH = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @EnumSource
    void only_a_consent_for_one_story_names_nobody(ConsentPurpose purpose) {
        boolean forOneStory =
                switch (purpose) {
                    case STORY_PUBLICATION, PHOTOGRAPH -> true;
                    case CASE_MANAGEMENT,
                            SHARING_WITH_PARTNER,
                            SHARING_WITH_DONOR,
                            CONTACT_BY_SMS,
                            CONTACT_BY_EMAIL,
                            CONTACT_BY_PHONE,
                            RESEARCH ->
                            false;
                };
        @Nullable String hash = forOneStory ? HASH : null;

        Stream.of(ConsentGiven.class, ConsentRefused.class, ConsentWithdrawn.class)
                .forEach(
                        event -> {
                            agree(event, !forOneStory, json(purpose, PERSON, given(event, hash)));
                            agree(event, forOneStory, json(purpose, null, given(event, hash)));
                        });
        assertThat(purpose.isForOneStory()).isEqualTo(forOneStory);
    }

    @ParameterizedTest
    @EnumSource
    void only_a_consent_for_one_story_is_bound_to_its_text_or_picture(ConsentPurpose purpose) {
        boolean bound = purpose.isForOneStory();
        @Nullable UUID person = bound ? null : PERSON;

        agree(ConsentGiven.class, bound, json(purpose, person, HASH));
        agree(ConsentGiven.class, !bound, json(purpose, person, null));
        agree(ConsentGiven.class, false, json(purpose, person, HASH.toUpperCase(Locale.ROOT)));
    }

    private static void agree(Class<? extends ConsentEvent> event, boolean valid, String json) {
        assertThat(Validator.errors(event, json).isEmpty()).as("schema: %s", json).isEqualTo(valid);
        assertThat(isRead(event, json)).as("reader: %s", json).isEqualTo(valid);
    }

    private static boolean isRead(Class<? extends ConsentEvent> event, String json) {
        try {
            EventJson.read(event, json.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (MalformedEvent e) {
            return false;
        }
    }

    private static @Nullable String given(Class<?> event, @Nullable String hash) {
        return event == ConsentGiven.class ? hash : null;
    }

    private static String json(
            ConsentPurpose purpose, @Nullable UUID person, @Nullable String hash) {
        return "{\"consent\":\"%s\",\"purpose\":\"%s\"%s%s}"
                .formatted(
                        CONSENT,
                        purpose,
                        person == null ? "" : ",\"beneficiary\":\"" + person + '"',
                        hash == null ? "" : ",\"textHash\":\"" + hash + '"');
    }
}
