package org.homeward.notification.mail;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.notification.subscription.Occasion;
import org.springframework.stereotype.Component;

/**
 * What messages say, for each occasion, audience and language. All are read and checked at start: a
 * missing language or an unknown placeholder is found before anybody is told nonsense.
 */
@Component
public class Templates {

    /** The first is for those whose language is none of them. */
    static final List<String> LANGUAGES = List.of("tg", "ru", "en");

    /** What a beneficiary is written about. */
    static final Set<Occasion> FOR_BENEFICIARIES = Set.of(Occasion.GRANT_APPROVED);

    /** What a preview shows in place of facts: of no programme, nobody's. */
    private static final Map<String, String> SAMPLE =
            Map.of(
                    "programme", "SAMPLE-26",
                    "application", "00000000-0000-4000-8000-000000000001",
                    "grant", "00000000-0000-4000-8000-000000000002",
                    "story", "00000000-0000-4000-8000-000000000003",
                    "opening", "00000000-0000-4000-8000-000000000004");

    private static final String DIGEST = "DIGEST";
    private static final String COUNT = "count";
    private static final String NOTICES = "notices";

    private final Map<Key, Template> templates = new LinkedHashMap<>();

    Templates() {
        for (var language : LANGUAGES) {
            for (var occasion : Occasion.values()) {
                read(new Key(Audience.STAFF, occasion.name(), language), occasion.facts());
            }
            read(new Key(Audience.STAFF, DIGEST, language), Set.of(COUNT, NOTICES));
            for (var occasion : FOR_BENEFICIARIES) {
                read(new Key(Audience.BENEFICIARY, occasion.name(), language), Set.of());
            }
        }
    }

    private void read(Key key, Set<String> placeholders) {
        templates.put(key, Template.read(key, placeholders));
    }

    /** All there are, with their versions. */
    Map<Key, Template> all() {
        return Collections.unmodifiableMap(templates);
    }

    /** As it would be sent, with facts of nobody; empty when there is none. */
    Optional<Text> preview(Key key) {
        return Optional.ofNullable(templates.get(key))
                .map(template -> template.fill(sample(key.language())));
    }

    private Map<String, String> sample(String language) {
        var facts = new HashMap<>(SAMPLE);
        facts.putAll(
                gathered(
                        List.of(
                                brief(Occasion.GRANT_APPROVED, language, SAMPLE),
                                brief(Occasion.STORY_PUBLISHED, language, SAMPLE))));
        return facts;
    }

    /** To a colleague. */
    public Text toStaff(Occasion occasion, String language, Map<String, String> facts) {
        return fill(Audience.STAFF, occasion.name(), language, facts);
    }

    /** One of what a digest tells. */
    public Brief brief(Occasion occasion, String language, Map<String, String> facts) {
        return find(Audience.STAFF, occasion.name(), language).brief(facts);
    }

    /** To a colleague, about what came in a day. */
    public Text digest(String language, List<Brief> briefs) {
        return fill(Audience.STAFF, DIGEST, language, gathered(briefs));
    }

    /** What is of one kind stands together, with its number; the kinds as they first came. */
    private static Map<String, String> gathered(List<Brief> briefs) {
        var kinds =
                briefs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Brief::subject,
                                        LinkedHashMap::new,
                                        Collectors.mapping(Brief::which, Collectors.toList())));
        var notices =
                kinds.entrySet().stream()
                        .map(
                                kind ->
                                        "%s: %d\n%s"
                                                .formatted(
                                                        kind.getKey(),
                                                        kind.getValue().size(),
                                                        String.join("\n", kind.getValue())))
                        .collect(Collectors.joining("\n\n"));
        return Map.of(COUNT, Integer.toString(briefs.size()), NOTICES, notices);
    }

    /** To the person herself: somebody else may read it, so it tells nothing. */
    public Text toBeneficiary(Occasion occasion, String language) {
        return fill(Audience.BENEFICIARY, occasion.name(), language, Map.of());
    }

    private Text fill(Audience audience, String name, String language, Map<String, String> facts) {
        return find(audience, name, language).fill(facts);
    }

    private Template find(Audience audience, String name, String language) {
        var spoken = language.split("-", 2)[0];
        var known = LANGUAGES.contains(spoken) ? spoken : LANGUAGES.getFirst();
        return Objects.requireNonNull(templates.get(new Key(audience, name, known)));
    }

    /**
     * One notice in a digest.
     *
     * @param subject of its own mail: the same for all of one kind
     * @param which of that kind it is, by its random id
     */
    public record Brief(String subject, String which) {}

    /** Who reads it. */
    enum Audience {
        STAFF,
        BENEFICIARY
    }

    /**
     * Which text.
     *
     * @param name of the occasion, or DIGEST
     */
    record Key(Audience audience, String name, String language) {}
}
