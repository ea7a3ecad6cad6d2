package org.homeward.beneficiary.disclosure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.beneficiary.disclosure.Hit.Kind.ADDRESS;
import static org.homeward.beneficiary.disclosure.Hit.Kind.CASE_NUMBER;
import static org.homeward.beneficiary.disclosure.Hit.Kind.DOCUMENT;
import static org.homeward.beneficiary.disclosure.Hit.Kind.EMAIL;
import static org.homeward.beneficiary.disclosure.Hit.Kind.FAMILY_NAME;
import static org.homeward.beneficiary.disclosure.Hit.Kind.FORMER_NAME;
import static org.homeward.beneficiary.disclosure.Hit.Kind.GIVEN_NAME;
import static org.homeward.beneficiary.disclosure.Hit.Kind.PATRONYMIC;
import static org.homeward.beneficiary.disclosure.Hit.Kind.PHONE;

import com.sun.management.ThreadMXBean;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.homeward.beneficiary.matching.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureFinderTest {

    private static final DisclosureFinder FINDER = new DisclosureFinder(zebo());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "918 11-02-34",
                "+992 (918) 110-234",
                "+992918110234",
                "8 918 11 02 34",
                "9 1 8 1 1 0 2 3 4",
                "918.110.234",
                "918\u00A0110\u200B234",
                "٩١٨١١٠٢٣٤",
                "９１８１１０２３４",
                "811-02-34",
                "нуҳ як ҳашт як як сифр ду се чор",
                "нуҳсаду ҳаждаҳ, як як сифр, дусаду сию чор",
                "девять один восемь один один ноль два три четыре",
                "девятьсот восемнадцать одиннадцать ноль два тридцать четыре",
                "nine one eight, one one oh, two three four",
                "nine hundred and eighteen eleven zero two thirty-four",
                "девятьсот восемнадцать 11 02 тридцать четыре",
                "nuh yak hasht yak yak sifr du se chor",
                "918 (рақами Tcell) 11-02-34",
                "плюс 992 девять 18 11 02 34",
            })
    void a_telephone_is_found_in_any_writing(String written) {
        assertThat(kinds("Рақами ӯ " + written + ", занг занед.")).contains(PHONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "А 4012345",
                "A4012345",
                "а № 40 12 345",
                "A-40-12-345",
                "4012345",
                "A 4o 4012345",
                "чор сифр як ду се чор панҷ",
                "четыре ноль один два три четыре пять",
            })
    void a_document_number_is_found_in_any_writing(String written) {
        assertThat(kinds("Шиносномаи " + written + " дода шуд.")).contains(DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "26-0004217-5",
                "26 0004217 5",
                "2600042175",
                "26 000 42 17 5",
                "26–0004217–5",
                "бисту шаш, сифр сифр сифр чор ду як ҳафт панҷ",
            })
    void the_case_number_is_found_in_any_writing(String written) {
        assertThat(kinds("Парвандаи " + written + ", барои маълумот.")).contains(CASE_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xoliqova.zebo1987@example.org",
                "XOLIQOVA.ZEBO1987@EXAMPLE.ORG",
                "xoliqova.zebo1987 @ example . org",
                "xoliqova.zebo1987",
                "@xoliqova_zebo1987",
                "xoliqova zebo1987 (at) example.org",
            })
    void the_email_address_is_found_whole_and_by_its_name(String written) {
        assertThat(kinds("Нависед: " + written + ".")).contains(EMAIL);
    }

    @Test
    void an_email_name_that_many_have_or_that_is_part_of_a_word_tells_nothing() {
        assertThat(new DisclosureFinder(mailOf("office@example.org")).find("our office")).isEmpty();
        assertThat(new DisclosureFinder(mailOf("sabzi@example.org")).find("Сабзиҳо буд")).isEmpty();
        assertThat(new DisclosureFinder(mailOf("sabzi99@example.org")).find("sabzi99")).hasSize(1);
    }

    @Test
    void other_numbers_are_no_hits() {
        assertThat(
                        kinds(
                                """
                                Соли 2015 баргашт, 10 400,50 сомонӣ гирифт, 3 мошин, 25 сола.
                                Телефон +992 927 00 11 22, ҳуҷҷати A7654321; two or three of five.
                                """))
                .isEmpty();
    }

    @Test
    void names_present_former_and_of_the_father_are_told_apart() {
        assertThat(kinds("Зебои мо")).containsExactly(GIVEN_NAME);
        assertThat(kinds("встретили Холиковой")).containsExactly(FAMILY_NAME);
        assertThat(kinds("бывшая Рахмонова")).containsExactly(FORMER_NAME);
        assertThat(kinds("Саидовна")).containsExactly(PATRONYMIC);
        assertThat(kinds("zebokholiqova@example.org")).containsExactly(GIVEN_NAME);
    }

    @Test
    void village_and_street_are_found_but_not_the_district() {
        assertThat(kinds("дар деҳаи Навободи Боло зиндагӣ мекунад")).containsExactly(ADDRESS);
        assertThat(kinds("в кишлаке Навобод-Боло")).containsExactly(ADDRESS);
        assertThat(kinds("ба кӯчаи Айнӣ")).containsExactly(ADDRESS);
        assertThat(kinds("на улице Айни")).containsExactly(ADDRESS);
        assertThat(kinds("ноҳияи Шаҳритус, вилояти Хатлон, деҳаи дур, кӯчаи калон")).isEmpty();
    }

    @Test
    void a_hit_says_where_and_holds_nothing_else() {
        String text = "Имрӯз Зебо\u200Bҷонро дидем.";

        assertThat(FINDER.find(text)).containsExactly(new Hit(GIVEN_NAME, 6, 16));
        assertThat(text.substring(6, 16)).isEqualTo("Зебо\u200Bҷонро");
        assertThat(zebo()).hasToString("***");
    }

    @Test
    void any_unicode_is_searched_without_error_and_hits_lie_in_the_text() {
        var random = new Random(19_910_909);
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--) {
                switch (random.nextInt(4)) {
                    case 0 -> text.append((char) random.nextInt(0x10000));
                    case 1 -> text.append("Зебо 918 110 234 -'\u0301".charAt(random.nextInt(20)));
                    case 2 -> text.append((char) (0x400 + random.nextInt(0x100)));
                    default -> text.append(random.nextBoolean() ? "Зебо" : " сад ");
                }
            }
            for (Hit hit : FINDER.find(text.toString())) {
                assertThat(hit.start()).isBetween(0, hit.end() - 1);
                assertThat(hit.end()).isLessThanOrEqualTo(text.length());
            }
        }
    }

    @Test
    void no_pattern_can_backtrack() {
        noClasses()
                .that()
                .resideInAPackage("org.homeward.beneficiary.disclosure")
                .or()
                .resideInAPackage("org.homeward.beneficiary.matching")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex")
                .check(new ClassFileImporter().importPackages("org.homeward.beneficiary"));
    }

    /**
     * Every step of the search makes a string or a hit, so what it allocates counts its steps; a
     * square would be 25.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {"Зебо дар деҳа. ", "З е б о ", "зебо", "се ", "9 1 ", "Зе-", "'", "а\u0301"})
    void a_text_five_times_as_long_takes_about_five_times_the_steps(String unit) {
        var small = unit.repeat(10_000 / unit.length() + 1);
        var large = unit.repeat(50_000 / unit.length() + 1);
        allocated(large);

        assertThat(allocated(large)).isLessThan(10 * allocated(small));
    }

    private static long allocated(String text) {
        var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadAllocatedBytes();
        FINDER.find(text);
        return thread.getCurrentThreadAllocatedBytes() - start;
    }

    @Test
    void who_has_one_name_is_found_by_it() {
        var person =
                new IdentifyingData(
                        new PersonName("", "Зебо"),
                        List.of(),
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        null);

        assertThat(new DisclosureFinder(person).find("Имрӯз Зеборо дидем, хуб буд.")).hasSize(1);
    }

    private static List<Hit.Kind> kinds(String text) {
        return FINDER.find(text).stream().map(Hit::kind).toList();
    }

    private static IdentifyingData mailOf(String email) {
        return new IdentifyingData(
                new PersonName("Холиқова", "Зебо"),
                List.of(),
                Set.of(),
                Set.of(),
                null,
                email,
                null);
    }

    private static IdentifyingData zebo() {
        return new IdentifyingData(
                new PersonName("Холиқова", "Зебо", "Саидӣ"),
                List.of(new PersonName("Раҳмонова", "Зебо")),
                Set.of("+992918110234"),
                Set.of("A4012345"),
                "деҳаи Навободи Боло, кӯчаи Айнӣ, хонаи 12",
                "xoliqova.zebo1987@example.org",
                "26-0004217-5");
    }
}
