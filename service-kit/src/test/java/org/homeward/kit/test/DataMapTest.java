package org.homeward.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.kit.journal.AggregateType;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.sealing.Secret;
import org.junit.jupiter.api.Test;

class DataMapTest {

    private static final String PAGE =
            """
            ### Every service
            | collection | fields | at rest | why |
            |---|---|---|---|
            | `*` | `_id`, `version` | plain | finds it |

            ### cloakroom
            | collection | fields | at rest | why |
            |---|---|---|---|
            | `coats` | `id`, `peg`, `size.{width,height}`, `words.*` | plain | hangs it up |
            | | `owner.{first,last}`, `tip` | sealed | gives it back |
            | `tickets` | `coat` | plain | written beside it |

            ### canteen
            | collection | fields | at rest | why |
            |---|---|---|---|
            | `coats` | `stain` | plain | is another service's |
            """;

    record Size(int width, int height) {}

    record Owner(String first, String last) {}

    sealed interface Coat {

        record Hung(
                UUID id, int peg, Size size, Map<String, String> words, List<Secret<Owner>> owner)
                implements Coat {}

        record Fetched(int peg, Secret<String> tip) implements Coat {}
    }

    private static final StoredTypes STORED =
            StoredTypes.builder()
                    .aggregate(AggregateType.of("coat", Coat.class, "coats"))
                    .alias("coat.hung", Coat.Hung.class)
                    .alias("coat.fetched", Coat.Fetched.class)
                    .secret("owner", Owner.class)
                    .build();

    @Test
    void what_lies_sealed_is_named_with_its_collection() {
        assertThat(DataMap.parse(PAGE, "cloakroom").sealed())
                .containsExactlyInAnyOrder("coats: owner.first", "coats: owner.last", "coats: tip");
        assertThat(DataMap.parse(PAGE, "canteen").sealed()).isEmpty();
    }

    @Test
    void a_map_that_names_all_as_it_lies_does_not_differ() {
        assertThat(map("", "").differences(STORED)).isEmpty();
    }

    @Test
    void a_field_that_is_not_named_is_found() {
        assertThat(map("`peg`, ", "").differences(STORED))
                .containsExactly("coats: peg is not in the map");
        assertThat(map("{first,last}", "first").differences(STORED))
                .containsExactly("coats: owner.last is not in the map");
        assertThat(map(", `words.*`", "").differences(STORED))
                .containsExactly("coats: words.* is not in the map");
    }

    @Test
    void a_field_that_lies_otherwise_than_the_map_says_is_found() {
        assertThat(map("`tip` | sealed", "`tip` | plain").differences(STORED))
                .containsExactlyInAnyOrder(
                        "coats: owner.first is sealed, the map says otherwise",
                        "coats: owner.last is sealed, the map says otherwise",
                        "coats: tip is sealed, the map says otherwise");
        assertThat(map("`words.*` | plain", "`words.*` | sealed").differences(STORED))
                .contains("coats: peg is plain, the map says otherwise");
    }

    @Test
    void a_field_that_is_stored_no_more_is_found() {
        assertThat(map("`tip`", "`tip`, `stain`").differences(STORED))
                .containsExactly("coats: stain is not stored");
    }

    @Test
    void a_field_that_no_endpoint_shows_is_known_by_its_name() {
        var shown = "| `coats` | `peg`, `lining.colour` | plain | hangs | ever | %s |";

        var none = DataMap.parse("### cloakroom\n" + shown.formatted("none"), "cloakroom");
        var some = DataMap.parse("### cloakroom\n" + shown.formatted("PA"), "cloakroom");

        assertThat(none.hides("coats", "peg")).isTrue();
        assertThat(none.hides("coats", "colour")).isTrue();
        assertThat(none.hides("coats", "our")).isFalse();
        assertThat(none.hides("tickets", "peg")).isFalse();
        assertThat(some.hides("coats", "peg")).isFalse();
    }

    @Test
    void a_row_says_whether_it_is_sealed() {
        assertThatThrownBy(() -> map("| plain | hangs", "| hidden | hangs"))
                .hasMessageContaining("hidden");
    }

    @Test
    void braces_stand_for_each_of_what_is_between_them() {
        assertThat(DataMap.expand("a.{b,c.{d,e}}")).containsExactly("a.b", "a.c.d", "a.c.e");
        assertThat(DataMap.expand("{,old.}{x,y}")).containsExactly("x", "y", "old.x", "old.y");
        assertThat(DataMap.expand("a.b")).containsExactly("a.b");
    }

    @Test
    void what_stands_in_the_database_is_looked_up_too() {
        var hung =
                new Document("_class", "coat.hung")
                        .append("_id", UUID.randomUUID())
                        .append("peg", 7)
                        .append("size", new Document("width", 1).append("height", 2))
                        .append("words", new Document(UUID.randomUUID().toString(), "warm"))
                        .append("owner", List.of(new Binary(new byte[9])));

        assertThat(map("", "").unnamed("coats", stored(hung))).isEmpty();
        assertThat(map("", "").unnamed("coats", stored(hung.append("stain", "wine"))))
                .containsExactly("coats: state.stain");
        assertThat(map("", "").unnamed("tickets", new Document("coat", 7).append("name", "Z.")))
                .containsExactly("tickets: name");
        assertThat(map("", "").unnamed("gloves", new Document("left", 1)))
                .containsExactly("gloves: left");
    }

    @Test
    void what_is_to_be_sealed_is_no_text_in_the_database() {
        assertThat(map("", "").unnamed("coats", stored(new Document("tip", "five"))))
                .containsExactly("coats: state.tip");
        assertThat(
                        map("", "")
                                .unnamed(
                                        "coats",
                                        stored(
                                                new Document(
                                                        "owner", new Document("first", "Zarina")))))
                .containsExactly("coats: state.owner.first");
    }

    private static Document stored(Document state) {
        return new Document("_id", UUID.randomUUID()).append("version", 1L).append("state", state);
    }

    private static DataMap map(String words, String others) {
        assertThat(PAGE).contains(words);
        return DataMap.parse(words.isEmpty() ? PAGE : PAGE.replace(words, others), "cloakroom");
    }
}
