package org.homeward.beneficiary.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownPersonTest {

    @Test
    void with_one_name_telephone_and_document_she_is_one() {
        assertThat(known(List.of(), Set.of("+992931234567"), Set.of("A1")).manifold()).isOne();
        assertThat(known(List.of(), Set.of(), Set.of()).manifold()).isOne();
    }

    @Test
    void each_former_name_and_each_further_telephone_and_document_may_be_of_another() {
        var maiden = new PersonName("Раҳмонова", "Зебо");
        var phones = Set.of("+992931234567", "+992931234568", "+992931234569");

        assertThat(known(List.of(maiden), Set.of(), Set.of()).manifold()).isEqualTo(2);
        assertThat(known(List.of(), phones, Set.of()).manifold()).isEqualTo(3);
        assertThat(known(List.of(), Set.of(), Set.of("A1", "B2")).manifold()).isEqualTo(2);
        assertThat(known(List.of(maiden), phones, Set.of("A1", "B2")).manifold()).isEqualTo(5);
    }

    @Test
    void a_list_of_names_in_one_field_is_no_single_name() {
        var list = new PersonName("Холиқова Раҳмонова Каримова", "Зебо Гулсара");
        var title = new PersonName("Раҳмонов", "Мулло Карим");
        var one = new PersonName("", "Ҳадича");

        assertThat(People.named(list).manifold()).isEqualTo(6);
        assertThat(People.named(title).manifold()).isOne();
        assertThat(People.named(one).manifold()).isOne();
    }

    private static KnownPerson known(
            List<PersonName> former, Set<String> phones, Set<String> documents) {
        return new KnownPerson(
                new PersonName("Холиқова", "Зебо"), former, null, null, phones, null, documents);
    }
}
