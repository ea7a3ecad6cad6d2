package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentRefused;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.contracts.notification.DeliveryChannel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rule that keeps a face and a file apart, in the records and in what others validate by; and
 * what the page on personal data says of each purpose.
 */
class ConsentTest {

    private static final UUID CONSENT = UUID.fromString("6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90");
    private static final UUID PERSON = UUID.fromString("0b8d7c11-22a4-4f0e-8a6b-1de0f3b7c9aa");
    private static final int PURPOSE = 0;
    private static final int LEAVES = 1;
    private static final int ENFORCED_BY = 2;
    private static final int TRIED_BY = 3;
    private static final int CELLS = 5;
    private static final Pattern NAMED = Pattern.compile("`([A-Z][\\w.]*)`");
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

    @Test
    void the_page_says_once_of_each_purpose_what_leaves_by_it_and_names_what_is_there()
            throws IOException {
        var rows = rows(Files.readString(Committed.MODULE.resolve("../docs/privacy.md")));
        var sources = sources();

        assertThat(rows)
                .extracting(row -> row.get(PURPOSE).replace("`", ""))
                .containsExactlyElementsOf(
                        Arrays.stream(ConsentPurpose.values()).map(Enum::name).toList());
        assertThat(rows)
                .allSatisfy(
                        row -> {
                            assertThat(row).noneMatch(String::isBlank);
                            assertThat(named(row.get(TRIED_BY)))
                                    .isNotEmpty()
                                    .allMatch(test -> test.matches("\\w+Test(\\..*)?"))
                                    .allMatch(test -> isThere(test, sources));
                            assertThat(named(row.get(ENFORCED_BY)))
                                    .allMatch(type -> isThere(type, sources));
                            assertThat(named(row.get(ENFORCED_BY)).isEmpty())
                                    .as("%s is enforced where anything leaves", row)
                                    .isEqualTo(row.get(LEAVES).equals("nothing"));
                        });
    }

    @Test
    void there_is_no_way_to_send_an_sms() {
        assertThat(DeliveryChannel.values()).containsExactly(DeliveryChannel.EMAIL);
    }

    /** The cells of each row of the table, without its head. */
    private static List<List<String>> rows(String page) {
        return page.lines()
                .dropWhile(line -> !line.equals("## What each consent lets out"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(
                        line ->
                                Arrays.stream(line.split("\\|", -1))
                                        .skip(1)
                                        .limit(CELLS)
                                        .map(String::strip)
                                        .toList())
                .toList();
    }

    /** Types, or a type and one of its methods. */
    private static List<String> named(String cell) {
        return NAMED.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    private static boolean isThere(String named, Map<String, String> sources) {
        var parts = named.split("\\.", 2);
        var source = sources.getOrDefault(parts[0], "");
        return parts.length == 1 ? !source.isEmpty() : source.contains(" void " + parts[1] + "(");
    }

    /** By name of the type; of those with one name, all together. */
    private static Map<String, String> sources() throws IOException {
        try (var modules = Files.list(Committed.MODULE.resolve(".."))) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(src -> within(src).stream())
                    .collect(
                            Collectors.toMap(
                                    file -> file.toFile().getName().replace(".java", ""),
                                    ConsentTest::text,
                                    String::concat));
        }
    }

    private static List<Path> within(Path src) {
        try (var files = Files.walk(src)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
