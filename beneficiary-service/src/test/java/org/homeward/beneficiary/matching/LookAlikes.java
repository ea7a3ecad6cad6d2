package org.homeward.beneficiary.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pairs N1–N15: two people, easily taken for one, each with the facts that a register would
 * plausibly hold and the table's separating fact among them.
 */
public final class LookAlikes {

    public record Two(String number, KnownPerson one, KnownPerson other) {}

    /** Number, family and given name, patronymic, sex, birth, telephone, district, document. */
    private static final String TABLE =
            """
            N1 Саидов Нозим Каримович MALE 1990-03-12 +992918110011 TJ-KT-KULOB -
            N1 Саидова Нозима Каримовна FEMALE 1992-08-05 +992918110011 TJ-KT-KULOB -
            N2 Раҳимов Ҷамшед Солеҳович MALE 1988-02-20 +992927000001 TJ-RA-VAHDAT A1111111
            N2 Раҳмонов Ҷамшед Ҳасанович MALE 1988-11-02 +992927000002 TJ-RA-VAHDAT A2222222
            N3 Раҳимов Ҳасан Абдуллоевич MALE 1995-04-09 +992935000003 TJ-RA-HISOR -
            N3 Раҳимов Ҳусейн Абдуллоевич MALE 1995-04-09 +992935000003 TJ-RA-HISOR -
            N4 Саидова Фотима Раҷабовна FEMALE 2000-10-30 +992935000004 TJ-RA-HISOR -
            N4 Саидова Зуҳро Раҷабовна FEMALE 2000-10-30 +992935000004 TJ-RA-HISOR -
            N5 Комилов Дилшод Нурович MALE 1985-01-01 +992901000005 TJ-KT-KULOB -
            N5 Камолов Дилшод Шарифович MALE 1985-01-01 +992901000006 TJ-KT-KULOB -
            N6 Салимов Анвар Юсуфович MALE 1979-05-16 +992901000007 TJ-RA-VAHDAT -
            N6 Саломов Анвар Исмоилович MALE 1979-09-23 +992901000008 TJ-RA-VAHDAT -
            N7 Раҷабова Гулнора Саидовна FEMALE 1986-01-01 +992901000009 TJ-KT-KULOB -
            N7 Раҷабова Гулноза Саидовна FEMALE 1986-01-01 +992901000010 TJ-KT-KULOB -
            N8 Сафаров Абдураҳим Ҷӯраевич MALE 1991-06-21 +992901000011 TJ-RA-HISOR -
            N8 Сафаров Абдураҳмон Ҷӯраевич MALE 1994-12-11 +992901000011 TJ-RA-HISOR -
            N9 Шарифова Меҳрангез Алиевна FEMALE 1998-02-02 +992901000012 TJ-RA-VAHDAT -
            N9 Шарифова Меҳринигор Алиевна FEMALE 2001-07-19 +992901000012 TJ-RA-VAHDAT -
            N10 Наҷмиддинов Фирӯз Латифович MALE 1983-03-03 +992901000013 TJ-KT-KULOB -
            N10 Низомиддинов Фирӯз Қодирович MALE 1983-08-14 +992901000014 TJ-KT-KULOB -
            N11 Холов Алишер Ғанӣевич MALE 1990-01-01 +992901000015 TJ-RA-HISOR -
            N11 Ҳалимов Алишер Собирович MALE 1990-01-01 +992901000016 TJ-RA-HISOR -
            N12 Ҳакимов Неъмат Раҷабович MALE 1975-04-04 +992901000017 TJ-RA-VAHDAT -
            N12 Ҳокимов Неъмат Тоҳирович MALE 1981-10-10 +992901000018 TJ-RA-VAHDAT -
            N13 Раҷабова Назира Ҳикматовна FEMALE 1993 +992901000019 TJ-KT-KULOB -
            N13 Раҷабова Нозира Мирзоевна FEMALE 1987 +992901000020 TJ-KT-KULOB -
            N14 Назаров Сафар Раҳимзода MALE 1961 +992901000021 TJ-KT-KULOB -
            N14 Назаров Раҳим Сафарзода MALE 1986 +992901000021 TJ-KT-KULOB -
            N15 Раҳмонова Зебо - FEMALE 1985-01-01 +992901000022 TJ-KT-KULOB -
            N15 Раҳмонова Зебо - FEMALE 1985-01-01 +992901000023 TJ-SU-ISTARAVSHAN -
            """;

    public static final List<Two> ALL = read();

    private LookAlikes() {}

    private static List<Two> read() {
        var all = new ArrayList<Two>();
        List<String> rows = TABLE.lines().toList();
        for (int i = 0; i < rows.size(); i += 2) {
            String number = rows.get(i).substring(0, rows.get(i).indexOf(' '));
            all.add(new Two(number, person(rows.get(i)), person(rows.get(i + 1))));
        }
        return List.copyOf(all);
    }

    private static KnownPerson person(String row) {
        String[] facts = row.split(" ", -1);
        return People.of(
                new PersonName(facts[1], facts[2], known(facts[3])),
                Sex.valueOf(facts[4]),
                facts[5],
                facts[6],
                facts[7],
                known(facts[8]));
    }

    private static @Nullable String known(String fact) {
        return fact.equals("-") ? null : fact;
    }
}
