package org.homeward.beneficiary.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldingTest {

    private static final String CYRILLIC = "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюяцщьыњљѓќїўѐіє -’";
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyzžčšçŭūíġķëûâ -'‘";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Ҷамшед          | jamshed
                    Джамшед         | jamshed
                    DZHAMSHED       | jamshed
                    Љамшед          | jamshed
                    Ўѓулой          | uguloy
                    G'afurov        | gafurov
                    G‘afurov        | gafurov
                    Oʻktam          | uktam
                    Кapимoв         | karimov
                    Раhмонов        | rahmonov
                    СAИДOBA         | saidova
                    Ҷӯраев          | juraev
                    Неъмат          | nemat
                    Не’мат          | nemat
                    Ne'mat          | nemat
                    Ғоиб            | goib
                    Čamšed Ḩusayn   | chamshedhusayn
                    Ҷам\u200Bшед    | jamshed
                    Фирӯз           | firuz
                    Абду-Раҳим      | abdurahim
                    """)
    void one_sound_has_one_spelling(String written, String folded) {
        assertThat(NameFolding.strict(written)).isEqualTo(folded);
    }

    @Test
    void letters_that_russian_papers_lose_have_variants() {
        assertThat(NameFolding.variants("Бахтиёр")).contains("bahtiyor", "bahtier");
        assertThat(NameFolding.variants("Неъмат")).contains("nemat", "negmat");
        assertThat(NameFolding.variants("Ҷамшед")).hasSize(1);
    }

    @Test
    void an_ending_comes_off_once_and_leaves_three_letters() {
        assertThat(NameFolding.stems("rahmonov")).containsExactlyInAnyOrder("rahmonov", "rahmon");
        assertThat(NameFolding.stems("rahmon")).containsExactlyInAnyOrder("rahmon", "rahm");
        assertThat(NameFolding.stems("ali")).containsExactly("ali");
    }

    @Test
    void a_title_falls_away_unless_it_is_the_name() {
        assertThat(NameKeys.of("Мулло Раҳмон").strict()).contains("rahmon");
        assertThat(NameKeys.of("Хоҷа").strict()).containsExactly("hoja");
        assertThat(NameKeys.of("Амир").strict()).containsExactly("amir");
    }

    @Test
    void several_given_names_are_keys_together_and_apart() {
        assertThat(NameKeys.of("Гули Сурх").strict()).contains("gulisurh", "guli", "surh");
    }

    @Test
    void any_unicode_folds_without_error_and_folding_twice_changes_nothing() {
        var random = new Random(20_260_714);
        for (int i = 0; i < 10_000; i++) {
            String text = anything(random);
            String strict = NameFolding.strict(text);
            String loose = NameFolding.loose(strict);

            boolean holds =
                    NameFolding.strict(strict).equals(strict)
                            && NameFolding.loose(loose).equals(loose)
                            && NameFolding.variants(text).size() <= 4
                            && NameFolding.variants(text).contains(strict)
                            && NameKeys.of(text).loose().size() <= 200;
            assertThat(holds).as(() -> escaped(text)).isTrue();
        }
    }

    @Test
    void every_single_code_point_folds() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (!Character.isDefined(point)) {
                continue;
            }
            String strict = NameFolding.strict(Character.toString(point));
            if (!NameFolding.strict(strict).equals(strict)) {
                throw new AssertionError(Integer.toHexString(point) + " → " + strict);
            }
        }
    }

    @Test
    void case_makes_no_difference() {
        var random = new Random(1_991_0909);
        for (int i = 0; i < 20_000; i++) {
            String name = from(i % 2 == 0 ? CYRILLIC : LATIN, random);

            assertThat(NameFolding.strict(name.toUpperCase(Locale.ROOT)))
                    .as(name)
                    .isEqualTo(NameFolding.strict(name));
        }
    }

    @Test
    void the_language_of_the_machine_makes_no_difference() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(NameFolding.strict("ISMOIL")).isEqualTo("ismoil");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String anything(Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(5)) {
                case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 1 -> text.append((char) random.nextInt(0x2200));
                case 2 -> text.append((char) (0x300 + random.nextInt(0x260)));
                case 3 -> text.append(CYRILLIC.charAt(random.nextInt(CYRILLIC.length())));
                default -> text.append(LATIN.charAt(random.nextInt(LATIN.length())));
            }
        }
        return text.toString();
    }

    private static String from(String alphabet, Random random) {
        var text = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
        return escaped.toString();
    }
}
