package org.homeward.beneficiary.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.homeward.beneficiary.consent.Proof;
import org.homeward.beneficiary.evidence.Evidence;
import org.homeward.beneficiary.household.Absence;
import org.homeward.beneficiary.household.Dwelling;
import org.homeward.beneficiary.household.Income;
import org.homeward.beneficiary.household.Relation;
import org.homeward.beneficiary.referral.ServiceKind;
import org.homeward.beneficiary.registration.Birth;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.export.Labels;
import org.homeward.kit.export.Language;
import org.homeward.kit.test.EveryWord;
import org.junit.jupiter.api.Test;

class LabelsTest {

    private static final Map<String, Class<? extends Enum<?>>> WORDS =
            Map.ofEntries(
                    Map.entry("sex", Sex.class),
                    Map.entry("birthPrecision", Birth.Precision.class),
                    Map.entry("channel", Channel.class),
                    Map.entry("purpose", ConsentPurpose.class),
                    Map.entry("way", Proof.Way.class),
                    Map.entry("shows", Evidence.Kind.class),
                    Map.entry("relation", Relation.class),
                    Map.entry("absence", Absence.Kind.class),
                    Map.entry("incomes", Income.class),
                    Map.entry("dwelling", Dwelling.class),
                    Map.entry("service", ServiceKind.class));

    private final Labels labels = new ExportLabels().labels();

    @Test
    void every_word_for_programs_is_said_in_her_language() {
        WORDS.forEach((field, words) -> EveryWord.isSaid(labels, field, words));
    }

    @Test
    void languages_are_called_by_their_names_in_hers() {
        assertThat(labels.text(Language.TG, "languages", "ru")).isEqualTo("русӣ");
        assertThat(labels.text(Language.RU, "explainedIn", "tg")).isEqualTo("таджикский");
        assertThat(labels.text(Language.EN, "languages", "uz")).isEqualTo("Uzbek");
    }
}
