package org.homeward.beneficiary.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.beneficiary.matching.NamePairs.name;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlindTokensTest {

    private static final byte[] KEY = key(7);

    @Test
    void the_two_pairs_no_strict_key_finds_are_found_by_birth_year_phone_or_document() {
        for (int number : List.of(12, 30)) {
            NamePairs.Pair pair = NamePairs.ALL.get(number - 1);
            PersonName tajik = pair.tajik();
            PersonName russian = pair.russian();

            assertThat(found(tajik, russian, "1987", null, null)).contains("GIVEN_NAME_AND_YEAR");
            assertThat(found(tajik, russian, null, "+992918110011", null)).contains("PHONE");
            assertThat(found(tajik, russian, null, null, "А 123 45 67")).contains("DOCUMENT");
        }
    }

    @Test
    void a_guessed_year_meets_the_years_beside_it() {
        KnownPerson guessed = born(new BirthDate.Estimated(1990));

        assertThat(BlindTokens.of(guessed))
                .containsAnyElementsOf(yearsOnly(born(new BirthDate.Year(1989))))
                .containsAnyElementsOf(yearsOnly(born(new BirthDate.Year(1991))))
                .doesNotContainAnyElementsOf(yearsOnly(born(new BirthDate.Year(1993))));
    }

    @Test
    void a_day_of_birth_meets_itself_with_day_and_month_taken_for_each_other() {
        assertThat(onDay("1987-03-05"))
                .hasSize(1)
                .isEqualTo(onDay("1987-05-03"))
                .doesNotContainAnyElementsOf(onDay("1987-03-06"))
                .doesNotContainAnyElementsOf(onDay("1988-03-05"));
    }

    @Test
    void a_day_that_registers_fill_in_says_no_more_than_its_year() {
        assertThat(onDay("1987-01-01")).isEmpty();
        assertThat(onDay("1987")).isEmpty();
    }

    @Test
    void a_former_family_name_finds_her_too() {
        var married =
                new KnownPerson(
                        name("Холиқова", "Зебо"),
                        List.of(name("Раҳмонова", "Зебо")),
                        null,
                        null,
                        Set.of(),
                        null,
                        Set.of());

        assertThat(BlindTokens.of(married))
                .containsAnyElementsOf(BlindTokens.of(People.named(name("Рахмонова", "Зебо"))));
    }

    @Test
    void nobody_has_more_than_seventy_two_and_every_kind_keeps_its_share() {
        KnownPerson person = withVeryManyNames();
        List<Attribute> attributes = BlindTokens.of(person);

        assertThat(attributes).hasSizeLessThanOrEqualTo(BlindTokens.MOST).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Attribute.Kind.values()).mapToInt(Attribute.Kind::most).sum())
                .isEqualTo(BlindTokens.MOST);
        for (Attribute.Kind kind : Attribute.Kind.values()) {
            assertThat(attributes)
                    .filteredOn(attribute -> attribute.kind() == kind)
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(kind.most());
        }
        assertThat(attributes)
                .as("the present name comes first")
                .contains(new Attribute(Attribute.Kind.NAMES, "negmatzoda|yokubjon"));
    }

    @Test
    void the_same_person_always_has_the_same_list() {
        KnownPerson person = withVeryManyNames();
        KnownPerson again =
                new KnownPerson(
                        person.name(),
                        person.formerNames(),
                        person.sex(),
                        person.birthDate(),
                        new HashSet<>(person.phones().stream().sorted().toList()),
                        person.district(),
                        new HashSet<>(person.documents().stream().sorted().toList()));

        assertThat(BlindTokens.of(again)).isEqualTo(BlindTokens.of(person));
    }

    @Test
    void an_ordinary_person_has_a_dozen_or_two() {
        var sizes = new ArrayList<Integer>();
        for (NamePairs.Pair pair : NamePairs.ALL) {
            for (PersonName writing : pair.writings()) {
                KnownPerson person =
                        People.of(
                                writing,
                                null,
                                "1990-05-05",
                                "+992918110011",
                                "TJ-KT-KULOB",
                                "A1234567");
                sizes.add(BlindTokens.of(person).size());
            }
        }
        System.out.printf(
                "tokens of one person: %d to %d, median %d%n",
                Collections.min(sizes),
                Collections.max(sizes),
                sizes.stream().sorted().toList().get(sizes.size() / 2));
        assertThat(Collections.max(sizes)).isLessThanOrEqualTo(BlindTokens.MOST / 2);
    }

    @Test
    void document_numbers_are_compared_without_spaces_and_in_one_script() {
        assertThat(DocumentNumber.normal("А № 123-45 67")).contains("A1234567");
        assertThat(DocumentNumber.normal("a1234567")).contains("A1234567");
        assertThat(DocumentNumber.normal("٤٠١٢٣٤")).contains("401234");
        assertThat(DocumentNumber.normal("нет")).isEmpty();
    }

    @Test
    void telephones_of_all_writings_become_one() {
        for (String written :
                List.of(
                        "918110011",
                        "8918110011",
                        "992 918 11-00-11",
                        "+992 (918) 110011",
                        "00992918110011")) {
            assertThat(Telephone.e164(written)).as(written).contains("+992918110011");
        }
        assertThat(Telephone.e164("8 916 123 45 67")).contains("+79161234567");
        assertThat(Telephone.e164("+992 918 11")).isEmpty();
        assertThat(Telephone.e164("не знает")).isEmpty();
    }

    @Test
    void a_token_depends_on_key_kind_and_value_and_shows_nothing() {
        var attribute = new Attribute(Attribute.Kind.PHONE, "+992918110011");
        Token token = new Blinding(KEY, 3).blind(attribute);

        assertThat(token).isEqualTo(new Blinding(KEY.clone(), 3).blind(attribute));
        assertThat(token.value())
                .hasSize(43)
                .isNotEqualTo(new Blinding(key(8), 3).blind(attribute).value())
                .isNotEqualTo(
                        new Blinding(KEY, 3)
                                .blind(new Attribute(Attribute.Kind.DOCUMENT, "+992918110011"))
                                .value());
        assertThat(attribute).hasToString("PHONE ***");
        assertThat(withVeryManyNames()).hasToString("***");
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new Blinding(new byte[31], 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static KnownPerson withVeryManyNames() {
        var former = new ArrayList<PersonName>();
        for (NamePairs.Pair pair : NamePairs.ALL) {
            former.addAll(pair.writings());
        }
        return new KnownPerson(
                name("Неъматзода", "Ёқубҷон"),
                former,
                Sex.MALE,
                new BirthDate.Day(LocalDate.of(1980, 5, 2)),
                numbers("+9929180000"),
                "TJ-KT-KULOB",
                numbers("A12345"));
    }

    private static Set<String> numbers(String start) {
        var numbers = new HashSet<String>();
        for (int i = 10; i < 40; i++) {
            numbers.add(start + i);
        }
        return numbers;
    }

    private static KnownPerson born(BirthDate date) {
        return new KnownPerson(
                name("Ятимов", "Ёқуб"), List.of(), null, date, Set.of(), null, Set.of());
    }

    private static List<Attribute> yearsOnly(KnownPerson person) {
        return BlindTokens.of(person).stream()
                .filter(attribute -> attribute.kind() == Attribute.Kind.GIVEN_NAME_AND_YEAR)
                .toList();
    }

    private static List<Attribute> onDay(String birth) {
        var person = People.of(name("Ятимов", "Умед"), null, birth, null, null, null);
        return BlindTokens.of(person).stream()
                .filter(attribute -> attribute.kind() == Attribute.Kind.GIVEN_NAME_AND_DAY)
                .toList();
    }

    private static List<String> found(
            PersonName one,
            PersonName other,
            @Nullable String birth,
            @Nullable String phone,
            @Nullable String document) {
        var shared =
                new HashSet<>(BlindTokens.of(People.of(one, null, birth, phone, null, document)));
        shared.retainAll(BlindTokens.of(People.of(other, null, birth, phone, null, document)));
        return shared.stream().map(attribute -> attribute.kind().name()).toList();
    }

    private static byte[] key(int of) {
        var key = new byte[32];
        Arrays.fill(key, (byte) of);
        return key;
    }
}
