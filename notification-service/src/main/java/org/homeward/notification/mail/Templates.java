package org.homeward.notification.mail;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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

    private final Map<Key, Template> templates = new HashMap<>();

    Templates() {
        for (var language : LANGUAGES) {
            Arrays.stream(Occasion.values())
                    .flatMap(
                            occasion ->
                                    Stream.of(Audience.values())
                                            .map(who -> new Key(who, occasion, language)))
                    .filter(Key::isUsed)
                    .forEach(key -> templates.put(key, Template.read(key)));
        }
    }

    /** To a colleague. */
    public Text toStaff(Occasion occasion, String language, Map<String, String> facts) {
        return fill(Audience.STAFF, occasion, language, facts);
    }

    /** To the person herself: somebody else may read it, so it tells nothing. */
    public Text toBeneficiary(Occasion occasion, String language) {
        return fill(Audience.BENEFICIARY, occasion, language, Map.of());
    }

    private Text fill(
            Audience audience, Occasion occasion, String language, Map<String, String> facts) {
        var spoken = language.split("-", 2)[0];
        var known = LANGUAGES.contains(spoken) ? spoken : LANGUAGES.getFirst();
        return Objects.requireNonNull(templates.get(new Key(audience, occasion, known)))
                .fill(facts);
    }

    /** Who reads it. */
    enum Audience {
        STAFF,
        BENEFICIARY
    }

    /** Which text. */
    record Key(Audience audience, Occasion occasion, String language) {

        boolean isUsed() {
            return audience == Audience.STAFF || FOR_BENEFICIARIES.contains(occasion);
        }

        Set<String> placeholders() {
            return audience == Audience.STAFF ? occasion.facts() : Set.of();
        }
    }
}
