package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All that the build has run before the whole system is started: nothing of it was left out. */
class EveryTestIT {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
    private static final Pattern COUNTS =
            Pattern.compile("<testsuite [^>]*?tests=\"(\\d+)\"[^>]*? skipped=\"(\\d+)\"");

    private record Counts(int tests, int skipped) {}

    @Test
    void every_module_was_tested_and_no_test_was_skipped() throws IOException {
        int tests = 0;
        for (var module : modules()) {
            var counts = counts(PROJECT.resolve(module));
            assertThat(counts.tests()).as("tests of " + module).isPositive();
            assertThat(counts.skipped()).as("skipped tests of " + module).isZero();
            tests += counts.tests();
        }
        System.out.println(tests + " tests in " + modules().size() + " modules, none skipped");
    }

    private static List<String> modules() throws IOException {
        return MODULE.matcher(Files.readString(PROJECT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .filter(module -> !module.equals("system-tests"))
                .toList();
    }

    private static Counts counts(Path module) throws IOException {
        int tests = 0;
        int skipped = 0;
        for (var folder : List.of("surefire-reports", "failsafe-reports")) {
            var reports = module.resolve("target").resolve(folder);
            if (Files.exists(reports)) {
                try (Stream<Path> files = Files.list(reports)) {
                    for (var file :
                            files.filter(f -> f.getFileName().toString().startsWith("TEST-"))
                                    .toList()) {
                        var found = COUNTS.matcher(Files.readString(file));
                        assertThat(found.find()).as(file + " tells its counts").isTrue();
                        tests += Integer.parseInt(found.group(1));
                        skipped += Integer.parseInt(found.group(2));
                    }
                }
            }
        }
        return new Counts(tests, skipped);
    }
}
