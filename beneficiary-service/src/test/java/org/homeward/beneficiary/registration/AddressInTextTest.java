package org.homeward.beneficiary.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.homeward.beneficiary.disclosure.DisclosureFinder;
import org.homeward.beneficiary.disclosure.Hit;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.contracts.beneficiary.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address as it is typed, through the person's data to what is found in a text. */
class AddressInTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    деҳаи Навбаҳор кӯчаи Рӯдакӣ            | ӯ дар Навбаҳор зиндагӣ мекунад | Навбаҳор
                    деҳаи Навбаҳор кӯчаи Рӯдакӣ            | хонааш дар кӯчаи Рӯдакӣ аст    | Рӯдакӣ
                    деҳаи Навбаҳор кӯчаи Рӯдакӣ            | живёт на улице Рудаки          | Рудаки
                    Лоҳутӣ ва Айнӣ                         | гузари Лоҳутӣ                  | Лоҳутӣ
                    Лоҳутӣ ва Айнӣ                         | на улице Айни                  | Айни
                    Навбаҳор 12 Рӯдакӣ                     | в Навбахоре                    | Навбахоре
                    ш. Бохтар, куч. Борбад 7, ҳ. 3         | in Bokhtar                     | Bokhtar
                    кӯчаи Исмоили Сомонӣ деҳаи Чилучор     | улица Исмоила Сомони           | Исмоила Сомони
                    """)
    void every_part_is_found_by_itself(String address, String text, String found) {
        assertThat(places(address, text)).contains(found);
    }

    @Test
    void a_part_of_several_words_is_found_only_as_a_whole() {
        assertThat(places("кӯчаи Исмоили Сомонӣ деҳаи Чилучор", "даҳ ҳазор сомонӣ гирифт"))
                .isEmpty();
        assertThat(places("деҳаи Навбаҳор кӯчаи Рӯдакӣ", "деҳаи дур, кӯчаи калон")).isEmpty();
    }

    private static List<String> places(String address, String text) {
        var person =
                new PersonalData(
                        new PersonName("Қаюмзода", "Исломиддин"),
                        List.of(),
                        Sex.MALE,
                        Birth.in(1986, false),
                        List.of(),
                        null,
                        address,
                        List.of(),
                        List.of("tg"));
        return new DisclosureFinder(person.identifying("26-0004217-5"))
                .find(text).stream()
                        .filter(hit -> hit.kind() == Hit.Kind.ADDRESS)
                        .map(hit -> text.substring(hit.start(), hit.end()))
                        .toList();
    }
}
