package org.homeward.beneficiary.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.homeward.beneficiary.matching.PersonName;
import org.junit.jupiter.api.Test;

/**
 * Names that the 30 pairs do not have, in forms and spellings that a writer would use. The first
 * list was used to improve the keys; of the second, written afterwards, the misses were only
 * counted.
 */
class OtherNamesInTextTest {

    /** Family name; given name; forms. */
    private static final String FITTED =
            """
            Бобоназаров; Шоҳрух; Бабаназарова Шахруха Бабаназаровым Shohruhro Shokhrukh's Шоҳрухҷонаш
            Мирсаидова; Зулайхо; Зулейха Зулейху Зулейхой Зулайхоямон Zulaikho's Мирсаидзодаро
            Азизӣ; Ҳоҷӣ; Ходжи Хаджи Ҳоҷиро Ҳоҷии Hoji's Khodzhi Азизов Азизиро Азизии
            Хоҷаев; Алӣ; Али Алиро Алии Ali's Ходжаева Ходжаеву Khodzhaev Хаджаев
            Ҳусейнов; Ғайрат; Гусейнов Хусейнова Хусайнов Гайратом Ghayrat's Gayratjon Хусейнзода
            Эшонқулов; Абдулло; Абдуллы Абдулле Абдуллой Эшанкулов Ишанкулов Eshonqulov Абдуллоҷон
            Шоева; Моҳира; Мохиры Махира Моҳираам Моҳираро Mohira's Mokhira Шоевой Шоевҳо
            Ниёзов; Юнус; Юнуса Yunus Iunus Ниязов Ниязова Niyozov Niezov Юнусака
            Мӯъминов; Маъруф; Муминов Магруф Маруф Маъруфро Maʼruf Ma'ruf's Mominov Muminova
            Ҷалилова; Хадича; Джалилова Хадиджа Хадичу Khadicha Hadicha's Жалилова Жалиловой
            Файзуллоев; Ёқут; Файзуллаев Файзуллаева Faizulloev Fayzulloyev Якут Ёқутро Yoqut's
            Рӯзиева; Ойдин; Рузиева Рузиевой Айдин Ойдину Oydin's Ruzieva Roziyeva
            """;

    private static final String HELD_OUT =
            """
            Турсунзода; Меҳрубон; Турсунова Турсуновой Мехрубон Михрубон Mehrubon's Mehrubonjon Меҳрубонро
            Қодиров; Исфандиёр; Кадыров Кадырова Исфандиер Исфандиёра Isfandiyor Qodirov's Исфандиёрам
            Шамсиддинов; Абубакр; Абубакра Абу-Бакр Абубакир Abubakr's Шамсутдинов Шамсиддиновым Shamsiddinzoda
            Нурова; Шаҳрбону; Шахрбану Шахрбону Шахрибону Shahrbonu Nurova's Нуровой Шаҳрбонуро Шаҳрбонуам
            Тағоев; Ҷаҳонгир; Тагаев Тагоева Джахангир Джахонгира Dzhakhongir Jahangir's Ҷаҳонгирҷон Tagoyev
            Ҳамидова; Ҷумъагул; Хамидова Хамидовой Джумагул Джумагуль Джумъагул Jumagul Jumʼagul Hamidova's
            Икромов; Сӯҳбат; Икрамов Икромова Сухбат Сухбата Suhbat Sukhbat's Икромзода Ikramov
            Ёров; Аъзам; Агзам Аъзам Азам Агзама Azam A'zam's Ёрова Ёровро Yorov Еров Yorzoda
            Эмомалӣ; Рустам; Эмомали Имомали Эмомалиев Emomali Imomali's Рустама Рустамбек Rustamho Рустамов
            Гулмаҳмадова; Бибихонум; Гулмахмадова Гульмахмадовой Gulmahmadova Bibikhonum's Гулмаҳмадзода Гулмамадова
            Ҷабборов; Илҳом; Джаббаров Джабарова Ильхом Ильхома Илхам Ilkhom Jabborov Djabbarov's Илҳоми
            Зиёева; Ситора; Зияева Зиёевой Ситоры Ситоре Sitora's Sitorai Ситораям Ziyoyeva Зиеева
            """;

    /** Абубакир, Шахрибону (a vowel put in), Шамсутдинов (another root vowel), Гулмамадова. */
    private static final int MEASURED = 4;

    @Test
    void forms_of_other_names_are_found_too_and_the_misses_counted() {
        assertThat(missed("fitted", FITTED)).isEmpty();
        assertThat(missed("held out", HELD_OUT)).hasSizeLessThanOrEqualTo(MEASURED);
    }

    private static List<String> missed(String list, String people) {
        int all = 0;
        var missed = new ArrayList<String>();
        for (String person : people.lines().toList()) {
            String[] fields = person.split("; ", -1);
            var finder =
                    new DisclosureFinder(
                            new IdentifyingData(
                                    new PersonName(fields[0], fields[1]),
                                    List.of(),
                                    Set.of(),
                                    Set.of(),
                                    null,
                                    null,
                                    null));
            for (String form : fields[2].split(" ", -1)) {
                all++;
                if (finder.find(form).isEmpty()) {
                    missed.add(form);
                }
            }
        }
        System.out.printf("other names, %s: %d forms, missed %s%n", list, all, missed);
        return missed;
    }
}
