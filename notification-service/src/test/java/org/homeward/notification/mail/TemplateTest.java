package org.homeward.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Set<String> KNOWN = Set.of("story");

    @Test
    void the_first_line_is_the_subject() {
        var template = Template.parse("en", "Read {story}\n\nIt is {story}.\n", KNOWN);

        assertThat(template.fill(Map.of("story", "$1")))
                .isEqualTo(new Text("en", "Read $1", "It is $1.\n", template.version()));
    }

    @Test
    void a_placeholder_that_nothing_is_known_for_is_found_at_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Template.parse("en", "Read\n\nIt is {grant}.\n", KNOWN))
                .withMessageContaining("unknown placeholder: grant");
    }

    @Test
    void another_text_is_another_version() {
        var text = "Read\n\nIt is {story}.\n";

        assertThat(Template.parse("en", text, KNOWN).version())
                .matches("[0-9a-f]{12}")
                .isEqualTo(Template.parse("en", text, KNOWN).version())
                .isNotEqualTo(Template.parse("en", text + " ", KNOWN).version());
    }

    @Test
    void a_text_without_a_body_is_found_at_start() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Template.parse("en", "Read", KNOWN))
                .withMessageContaining("lacks its subject or its body");
    }

    @Test
    void a_fact_that_is_missing_is_no_empty_place() {
        var template = Template.parse("en", "Read {story}\n\nIt.\n", KNOWN);

        assertThatNullPointerException().isThrownBy(() -> template.fill(Map.of()));
    }
}
