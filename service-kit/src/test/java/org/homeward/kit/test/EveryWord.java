package org.homeward.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.homeward.kit.export.Labels;
import org.homeward.kit.export.Language;

/** Words for programs, where a person is told what is kept of her. */
public final class EveryWord {

    private EveryWord() {}

    /** Each of the words that a field may hold is said in every language. */
    public static void isSaid(Labels labels, String field, Class<? extends Enum<?>> words) {
        for (var language : Language.values()) {
            assertThat(Stream.of(words.getEnumConstants()).map(Enum::name))
                    .as("%s in %s", field, language)
                    .isNotEmpty()
                    .noneMatch(word -> labels.text(language, field, word).equals(word));
        }
    }
}
