package org.homeward.beneficiary.matching;

import java.util.List;

/** The 30 name pairs that a search must find: one person in Tajik, Russian and Latin writing. */
public final class NamePairs {

    /**
     * A person in three writings, with the key that is expected to bring the first two together.
     */
    public record Pair(
            int number, PersonName tajik, PersonName russian, PersonName latin, String key) {

        public List<PersonName> writings() {
            return List.of(tajik, russian, latin);
        }
    }

    public static final List<Pair> ALL =
            List.of(
                    new Pair(
                            1,
                            name("Раҳмонов", "Ҷамшед"),
                            name("Рахмонов", "Джамшед"),
                            name("Rahmonov", "Jamshed"),
                            "S"),
                    new Pair(
                            2,
                            name("Раҳмон", "Ҷамшед"),
                            name("Рахмонов", "Джамшед"),
                            name("RAKHMONOV", "DZHAMSHED"),
                            "T"),
                    new Pair(
                            3,
                            name("Қурбонова", "Гулчеҳра"),
                            name("Курбонова", "Гулчехра"),
                            name("Qurbonova", "Gulchehra"),
                            "S"),
                    new Pair(
                            4,
                            name("Қурбонзода", "Гулчеҳра"),
                            name("Курбанова", "Гульчехра"),
                            name("Kurbanova", "Gulchekhra"),
                            "L"),
                    new Pair(
                            5,
                            name("Ғафуров", "Ӯктам"),
                            name("Гафуров", "Уктам"),
                            name("G'afurov", "O'ktam"),
                            "S"),
                    new Pair(
                            6,
                            name("Ғафурзода", "Ӯктам"),
                            name("Гафуров", "Уктам"),
                            name("Ghafurzoda", "Uktam"),
                            "T"),
                    new Pair(
                            7,
                            name("Саидзода", "Фирдавс"),
                            name("Саидов", "Фирдавс"),
                            name("Saidov", "Firdavs"),
                            "T"),
                    new Pair(
                            8,
                            name("Саидӣ", "Фирдавс"),
                            name("Саиди", "Фирдавс"),
                            name("Saidi", "Firdaws"),
                            "S"),
                    new Pair(
                            9,
                            name("Ҳакимзода", "Шаҳноза"),
                            name("Хакимова", "Шахноза"),
                            name("Hakimova", "Shahnoza"),
                            "T"),
                    new Pair(
                            10,
                            name("Муҳаммадиев", "Хуршед"),
                            name("Мухаммадиев", "Хуршед"),
                            name("Mukhammadiev", "Khurshed"),
                            "S"),
                    new Pair(
                            11,
                            name("Муҳаммадиён", "Хуршед"),
                            name("Мухамадиев", "Хуршед"),
                            name("Muhammadiyon", "Khurshed"),
                            "L"),
                    new Pair(
                            12,
                            name("Юсупов", "Бахтиёр"),
                            name("Юсупов", "Бахтиер"),
                            name("Yusupov", "Bakhtiyor"),
                            "J"),
                    new Pair(
                            13,
                            name("Назарова", "Зайнаб"),
                            name("Назарова", "Зайнаб"),
                            name("NAZAROVA", "ZAINAB"),
                            "S"),
                    new Pair(
                            14,
                            name("Назарзод", "Зайнаб"),
                            name("Назарова", "Зайнаб"),
                            name("Nazarzod", "Zaynab"),
                            "T"),
                    new Pair(
                            15,
                            name("Ҳоҷиев", "Абдураҳим"),
                            name("Ходжиев", "Абдурахим"),
                            name("Khodjiev", "Abdurakhim"),
                            "S"),
                    new Pair(
                            16,
                            name("Абдуллоев", "Исмоил"),
                            name("Абдуллаев", "Исмаил"),
                            name("Abdulloyev", "Ismoil"),
                            "L"),
                    new Pair(
                            17,
                            name("Эргашев", "Холмурод"),
                            name("Эргашев", "Холмурод"),
                            name("Ergashev", "Kholmurod"),
                            "S"),
                    new Pair(
                            18,
                            name("Шарипова", "Меҳринигор"),
                            name("Шарипова", "Мехринигор"),
                            name("Sharipova", "Mehrinigor"),
                            "S"),
                    new Pair(
                            19,
                            name("Њакимов", "Љамшед"),
                            name("Хакимов", "Джамшед"),
                            name("Hakimov", "Jamshed"),
                            "S"),
                    new Pair(
                            20,
                            name("Ќосимова", "Ўѓулой"),
                            name("Косимова", "Угулой"),
                            name("Qosimova", "Ughuloy"),
                            "S"),
                    new Pair(
                            21,
                            name("Мирзоев", "Тоҷиддин"),
                            name("Мирзоев", "Таджиддин"),
                            name("Mirzoev", "Tojiddin"),
                            "L"),
                    new Pair(
                            22,
                            name("Каримзод", "Сӯҳроб"),
                            name("Каримов", "Сухроб"),
                            name("Karimov", "Suhrob"),
                            "T"),
                    new Pair(
                            23,
                            name("Ятимов", "Ёқубҷон"),
                            name("Ятимов", "Якубджон"),
                            name("Yatimov", "Yokubjon"),
                            "L"),
                    new Pair(
                            24,
                            name("Давлатов", "Сайфиддин"),
                            name("Давлатов", "Сайфиддин"),
                            name("Davlatov", "Saifiddin"),
                            "S"),
                    new Pair(
                            25,
                            name("Нуриддинова", "Ойгул"),
                            name("Нуриддинова", "Айгуль"),
                            name("Nuriddinova", "Oygul"),
                            "L"),
                    new Pair(
                            26,
                            name("Кapимoв", "Фаррух"),
                            name("Каримов", "Фаррух"),
                            name("Karimov", "Farrukh"),
                            "S"),
                    new Pair(
                            27,
                            name("Исмоилзода", "Рухшона"),
                            name("Исмаилова", "Рухшона"),
                            name("Ismoilova", "Rukhshona"),
                            "L"),
                    new Pair(
                            28,
                            name("Ҷӯраев", "Умед"),
                            name("Джураев", "Умед"),
                            name("Juraev", "Umid"),
                            "S"),
                    new Pair(
                            29,
                            name("Зоирпур", "Манучеҳр"),
                            name("Зоиров", "Манучехр"),
                            name("Zoirov", "Manuchehr"),
                            "T"),
                    new Pair(
                            30,
                            name("Неъматзода", "Саодат"),
                            name("Негматова", "Саодат"),
                            name("Nematzoda", "Saodat"),
                            "J"));

    private NamePairs() {}

    public static PersonName name(String family, String given) {
        return new PersonName(family, given);
    }
}
