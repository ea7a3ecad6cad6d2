package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventsPageTest {

    @Test
    void the_committed_page_is_the_one_that_the_contracts_give() {
        Committed.mustEqual(Committed.MODULE.resolve("../docs/events.md"), EventsPage.text());
    }

    @Test
    void every_field_has_a_row_with_its_reason() {
        String page = EventsPage.text();

        assertThat(Field.events())
                .allSatisfy(
                        event ->
                                assertThat(Field.of(event))
                                        .allSatisfy(
                                                field ->
                                                        assertThat(page)
                                                                .contains(
                                                                        "| `"
                                                                                + field.name()
                                                                                + "` |")
                                                                .contains(
                                                                        field.declared()
                                                                                .because())));
    }
}
