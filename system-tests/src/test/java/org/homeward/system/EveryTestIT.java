package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All that the build has run, of which nothing was left out: this is its last test. */
@Tag("count")
class EveryTestIT {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");
    private static final Pattern COUNTS =
            Pattern.compile("<testsuite [^>]*?tests=\"(\\d+)\"[^>]*? skipped=\"(\\d+)\"");

    private record Counts(int tests, int skipped) {}

    @Test
    void every_module_was_tested_and_no_test_was_skipped() throws IOException {
        int tests = 1; // this one, which has no report yet
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
                .toList();
    }

    private static Counts counts(Path module) throws IOException {
        int tests = 0;
        int skipped = 0;
        var compiled = compiled(module);
        for (var folder : List.of("surefire-reports", "failsafe-reports")) {
            for (var report : files(module.resolve("target").resolve(folder), "TEST-.*\\.xml")) {
                if (report.endsWith("TEST-" + EveryTestIT.class.getName() + ".xml")
                        || Files.getLastModifiedTime(report).compareTo(compiled) < 0) {
                    continue; // of an earlier build, perhaps of a class that is no more
                }
                var found = COUNTS.matcher(Files.readString(report));
                assertThat(found.find()).as(report + " tells its counts").isTrue();
                tests += Integer.parseInt(found.group(1));
                skipped += Integer.parseInt(found.group(2));
            }
        }
        return new Counts(tests, skipped);
    }

    /** When a test class of the module was compiled last. */
    private static FileTime compiled(Path module) throws IOException {
        var latest = FileTime.fromMillis(0);
        for (var file : files(module.resolve("target/test-classes"), ".*\\.class")) {
            var time = Files.getLastModifiedTime(file);
            latest = time.compareTo(latest) > 0 ? time : latest;
        }
        return latest;
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name)).toList();
        }
    }
}
