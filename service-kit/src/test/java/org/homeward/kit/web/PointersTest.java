package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointersTest {

    @Test
    void paths_of_bean_validation_become_pointers() {
        assertThat(Pointers.of("")).isEmpty();
        assertThat(Pointers.of("name")).isEqualTo("/name");
        assertThat(Pointers.of("parts[1].weight")).isEqualTo("/parts/1/weight");
        assertThat(Pointers.of("texts[tg].title")).isEqualTo("/texts/tg/title");
        assertThat(Pointers.of("tags[0].<list element>")).isEqualTo("/tags/0");
    }
}
