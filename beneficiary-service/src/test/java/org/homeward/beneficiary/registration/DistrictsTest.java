package org.homeward.beneficiary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.homeward.contracts.TextForm;
import org.homeward.kit.web.InvalidBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictsTest {

    private final Districts districts = new Districts();

    @Test
    void there_are_47_districts_and_17_cities_and_four_districts_of_dushanbe() {
        var ofRegion =
                districts.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        district -> district.code().substring(0, 5),
                                        Collectors.counting()));

        assertThat(ofRegion)
                .isEqualTo(
                        Map.of("TJ-DU", 4L, "TJ-GB", 8L, "TJ-KT", 25L, "TJ-RA", 13L, "TJ-SU", 18L));
    }

    @Test
    void every_code_can_be_told_and_every_name_is_one_place() {
        assertThat(districts.all())
                .allMatch(district -> TextForm.DISTRICT.fits(district.code()))
                .allMatch(district -> district.tg().matches("[\\p{IsCyrillic} ]+"))
                .allMatch(district -> district.en().matches("[A-Za-z' ]+"));
        for (Function<District, String> name :
                List.<Function<District, String>>of(District::tg, District::en)) {
            assertThat(districts.all()).extracting(name::apply).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TJ-DU-SINO",
                "TJ-GB-KHORUGH",
                "TJ-KT-BOKHTAR",
                "TJ-KT-KULOB",
                "TJ-KT-KUSHONIYON",
                "TJ-KT-SHAHRITUS",
                "TJ-KT-VOSE",
                "TJ-RA-HISOR",
                "TJ-RA-RUDAKI",
                "TJ-RA-VAHDAT",
                "TJ-SU-AYNI",
                "TJ-SU-ISFARA",
                "TJ-SU-ISTARAVSHAN",
                "TJ-SU-KHUJAND"
            })
    void codes_that_were_given_out_stay(String code) {
        assertThatCode(() -> districts.check(code)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TJ-KT-RAHIMOVA", "TJ-SU-VOSE", "TJ-KT", "tj-kt-vose", ""})
    void what_only_looks_like_a_code_is_refused(String code) {
        assertThatExceptionOfType(InvalidBody.class).isThrownBy(() -> districts.check(code));
    }
}
