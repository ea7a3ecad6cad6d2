package org.homeward.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.homeward.kit.journal.Journal;
import org.junit.jupiter.api.Test;

/** The kit serves any service, so it knows nothing of what a service is about. */
@AnalyzeClasses(packages = "org.homeward.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class KitTest {

    private static final Pattern DOMAIN_WORD =
            Pattern.compile(
                    "(?i)\\b(beneficiar(y|ies)|households?|consents?|grants?|stor(y|ies)"
                            + "|referrals?|returnees?|case-management)\\b");

    @ArchTest
    static final ArchRule IT_KNOWS_EVENTS_BUT_NOT_WHICH =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.homeward.contracts.beneficiary..",
                            "org.homeward.contracts.consent..",
                            "org.homeward.contracts.grant..",
                            "org.homeward.contracts.story..",
                            "org.homeward.contracts.notification..");

    @Test
    void no_text_in_it_is_of_the_domain() throws Exception {
        var classes =
                Path.of(Journal.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> texts;
        try (var files = Files.walk(classes)) {
            texts =
                    files.filter(file -> file.toString().endsWith(".class"))
                            .flatMap(file -> texts(file).stream())
                            .toList();
        }

        assertThat(texts).contains("journal").noneMatch(text -> DOMAIN_WORD.matcher(text).find());
    }

    private static List<String> texts(Path file) {
        try {
            var pool = ClassFile.of().parse(file).constantPool();
            return StreamSupport.stream(pool.spliterator(), false)
                    .filter(StringEntry.class::isInstance)
                    .map(entry -> ((StringEntry) entry).stringValue())
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
