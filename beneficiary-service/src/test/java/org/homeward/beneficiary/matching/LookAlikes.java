package org.homeward.beneficiary.matching;

import static org.homeward.beneficiary.matching.People.name;
import static org.homeward.beneficiary.matching.Sex.FEMALE;
import static org.homeward.beneficiary.matching.Sex.MALE;

import java.util.List;

/**
 * The pairs N1–N15 of domain-standards.md §6: two people, easily taken for one, each with the facts
 * that a register would plausibly hold and the table's separating fact among them.
 */
final class LookAlikes {

    record Two(String number, KnownPerson one, KnownPerson other) {}

    private static final String KULOB = "TJ-KT-KULOB";
    private static final String ISTARAVSHAN = "TJ-SU-ISTARAVSHAN";
    private static final String VAHDAT = "TJ-RA-VAHDAT";
    private static final String HISOR = "TJ-RA-HISOR";

    static final List<Two> ALL =
            List.of(
                    new Two(
                            "N1",
                            People.of(
                                    name("Саидов", "Нозим", "Каримович"),
                                    MALE,
                                    "1990-03-12",
                                    "+992918110011",
                                    KULOB,
                                    null),
                            People.of(
                                    name("Саидова", "Нозима", "Каримовна"),
                                    FEMALE,
                                    "1992-08-05",
                                    "+992918110011",
                                    KULOB,
                                    null)),
                    new Two(
                            "N2",
                            People.of(
                                    name("Раҳимов", "Ҷамшед", "Солеҳович"),
                                    MALE,
                                    "1988-02-20",
                                    "+992927000001",
                                    VAHDAT,
                                    "A1111111"),
                            People.of(
                                    name("Раҳмонов", "Ҷамшед", "Ҳасанович"),
                                    MALE,
                                    "1988-11-02",
                                    "+992927000002",
                                    VAHDAT,
                                    "A2222222")),
                    new Two(
                            "N3",
                            People.of(
                                    name("Раҳимов", "Ҳасан", "Абдуллоевич"),
                                    MALE,
                                    "1995-04-09",
                                    "+992935000003",
                                    HISOR,
                                    null),
                            People.of(
                                    name("Раҳимов", "Ҳусейн", "Абдуллоевич"),
                                    MALE,
                                    "1995-04-09",
                                    "+992935000003",
                                    HISOR,
                                    null)),
                    new Two(
                            "N4",
                            People.of(
                                    name("Саидова", "Фотима", "Раҷабовна"),
                                    FEMALE,
                                    "2000-10-30",
                                    "+992935000004",
                                    HISOR,
                                    null),
                            People.of(
                                    name("Саидова", "Зуҳро", "Раҷабовна"),
                                    FEMALE,
                                    "2000-10-30",
                                    "+992935000004",
                                    HISOR,
                                    null)),
                    new Two(
                            "N5",
                            People.of(
                                    name("Комилов", "Дилшод", "Нурович"),
                                    MALE,
                                    "1985-01-01",
                                    "+992901000005",
                                    KULOB,
                                    null),
                            People.of(
                                    name("Камолов", "Дилшод", "Шарифович"),
                                    MALE,
                                    "1985-01-01",
                                    "+992901000006",
                                    KULOB,
                                    null)),
                    new Two(
                            "N6",
                            People.of(
                                    name("Салимов", "Анвар", "Юсуфович"),
                                    MALE,
                                    "1979-05-16",
                                    "+992901000007",
                                    VAHDAT,
                                    null),
                            People.of(
                                    name("Саломов", "Анвар", "Исмоилович"),
                                    MALE,
                                    "1979-09-23",
                                    "+992901000008",
                                    VAHDAT,
                                    null)),
                    new Two(
                            "N7",
                            People.of(
                                    name("Раҷабова", "Гулнора", "Саидовна"),
                                    FEMALE,
                                    "1986-01-01",
                                    "+992901000009",
                                    KULOB,
                                    null),
                            People.of(
                                    name("Раҷабова", "Гулноза", "Саидовна"),
                                    FEMALE,
                                    "1986-01-01",
                                    "+992901000010",
                                    KULOB,
                                    null)),
                    new Two(
                            "N8",
                            People.of(
                                    name("Сафаров", "Абдураҳим", "Ҷӯраевич"),
                                    MALE,
                                    "1991-06-21",
                                    "+992901000011",
                                    HISOR,
                                    null),
                            People.of(
                                    name("Сафаров", "Абдураҳмон", "Ҷӯраевич"),
                                    MALE,
                                    "1994-12-11",
                                    "+992901000011",
                                    HISOR,
                                    null)),
                    new Two(
                            "N9",
                            People.of(
                                    name("Шарифова", "Меҳрангез", "Алиевна"),
                                    FEMALE,
                                    "1998-02-02",
                                    "+992901000012",
                                    VAHDAT,
                                    null),
                            People.of(
                                    name("Шарифова", "Меҳринигор", "Алиевна"),
                                    FEMALE,
                                    "2001-07-19",
                                    "+992901000012",
                                    VAHDAT,
                                    null)),
                    new Two(
                            "N10",
                            People.of(
                                    name("Наҷмиддинов", "Фирӯз", "Латифович"),
                                    MALE,
                                    "1983-03-03",
                                    "+992901000013",
                                    KULOB,
                                    null),
                            People.of(
                                    name("Низомиддинов", "Фирӯз", "Қодирович"),
                                    MALE,
                                    "1983-08-14",
                                    "+992901000014",
                                    KULOB,
                                    null)),
                    new Two(
                            "N11",
                            People.of(
                                    name("Холов", "Алишер", "Ғанӣевич"),
                                    MALE,
                                    "1990-01-01",
                                    "+992901000015",
                                    HISOR,
                                    null),
                            People.of(
                                    name("Ҳалимов", "Алишер", "Собирович"),
                                    MALE,
                                    "1990-01-01",
                                    "+992901000016",
                                    HISOR,
                                    null)),
                    new Two(
                            "N12",
                            People.of(
                                    name("Ҳакимов", "Неъмат", "Раҷабович"),
                                    MALE,
                                    "1975-04-04",
                                    "+992901000017",
                                    VAHDAT,
                                    null),
                            People.of(
                                    name("Ҳокимов", "Неъмат", "Тоҳирович"),
                                    MALE,
                                    "1981-10-10",
                                    "+992901000018",
                                    VAHDAT,
                                    null)),
                    new Two(
                            "N13",
                            People.of(
                                    name("Раҷабова", "Назира", "Ҳикматовна"),
                                    FEMALE,
                                    "1993",
                                    "+992901000019",
                                    KULOB,
                                    null),
                            People.of(
                                    name("Раҷабова", "Нозира", "Мирзоевна"),
                                    FEMALE,
                                    "1987",
                                    "+992901000020",
                                    KULOB,
                                    null)),
                    new Two(
                            "N14",
                            People.of(
                                    name("Назаров", "Сафар", "Раҳимзода"),
                                    MALE,
                                    "1961",
                                    "+992901000021",
                                    KULOB,
                                    null),
                            People.of(
                                    name("Назаров", "Раҳим", "Сафарзода"),
                                    MALE,
                                    "1986",
                                    "+992901000021",
                                    KULOB,
                                    null)),
                    new Two(
                            "N15",
                            People.of(
                                    new PersonName("Раҳмонова", "Зебо"),
                                    FEMALE,
                                    "1985-01-01",
                                    "+992901000022",
                                    KULOB,
                                    null),
                            People.of(
                                    new PersonName("Раҳмонова", "Зебо"),
                                    FEMALE,
                                    "1985-01-01",
                                    "+992901000023",
                                    ISTARAVSHAN,
                                    null)));

    private LookAlikes() {}
}
