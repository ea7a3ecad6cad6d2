package org.homeward.grant.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.homeward.contracts.Sector;
import org.homeward.grant.GrantService;
import org.homeward.grant.inkind.ItemKind;
import org.homeward.kit.export.Labels;
import org.homeward.kit.export.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToldApplicationTest {

    private static final List<Map.Entry<String, Class<? extends Enum<?>>>> WORDS =
            List.of(
                    Map.entry("state", State.class),
                    Map.entry("sector", Sector.class),
                    Map.entry("item", ItemKind.class));

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
