package org.homeward.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of what the system survives names tests that exist, and leaves no case out. */
class FaultTableTest {

    private static final Path PROJECT = Path.of("..");
    private static final Path TABLE = PROJECT.resolve("docs/faults.md");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z]+)`");
    private static final Pattern CASE = Pattern.compile("(?m)^\\| (\\d+[bc]?) \\|.*\\| (.+) \\|$");

    @Test
    void every_test_and_invariant_that_the_table_names_exists() throws IOException {
        var named =
                NAME.matcher(Files.readString(TABLE))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(classesOfTests()).containsAll(named);
    }

    @Test
    void every_invariant_stands_in_the_table() throws IOException {
        var table = Files.readString(TABLE);

        assertThat(Invariant.ALL)
                .allSatisfy(
                        one ->
                                assertThat(table)
                                        .contains("`" + one.getClass().getSimpleName() + "`"));
    }

    @Test
    void every_case_names_a_test_or_says_what_it_waits_for() throws IOException {
        var table = Files.readString(TABLE);
        var cases = CASE.matcher(table.substring(table.indexOf("## Cases"))).results().toList();

        assertThat(cases.stream().map(one -> one.group(1)))
                .containsExactlyElementsOf(
                        Stream.concat(
                                        Stream.iterate(1, n -> n <= 25, n -> n + 1)
                                                .map(String::valueOf),
                                        List.of("25b", "25c", "26").stream())
                                .toList());
        assertThat(cases)
                .allSatisfy(one -> assertThat(one.group(2)).containsPattern("`[A-Z]|waits for"));
    }

    private static Set<String> classesOfTests() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            return files.map(file -> PROJECT.relativize(file).toString())
                    .filter(file -> file.contains("src/test/java/") && file.endsWith(".java"))
                    .map(file -> file.replaceAll(".*/|\\.java$", ""))
                    .collect(Collectors.toSet());
        }
    }
}
