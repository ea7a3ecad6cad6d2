package org.homeward.grant.inkind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.contracts.grant.Finding;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.grant.GrantService;
import org.homeward.kit.export.Labels;
import org.homeward.kit.export.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToldGrantTest {

    private static final List<Map.Entry<String, Class<? extends Enum<?>>>> WORDS =
            List.of(
                    Map.entry("state", State.class),
                    Map.entry("state", ItemState.class),
                    Map.entry("item", ItemKind.class),
                    Map.entry("way", Signature.Way.class),
                    Map.entry("planned", VisitMonth.class),
                    Map.entry("finding", Finding.class));

    private final Labels labels = new Labels(GrantService.class, Set.of());

    @ParameterizedTest
    @EnumSource
    void every_word_for_programs_is_said_in_her_language(Language language) {
        for (var word : WORDS) {
            assertThat(Stream.of(word.getValue().getEnumConstants()).map(Enum::name))
                    .isNotEmpty()
                    .noneMatch(one -> labels.text(language, word.getKey(), one).equals(one));
        }
    }
}
