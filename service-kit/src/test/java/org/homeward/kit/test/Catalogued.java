package org.homeward.kit.test;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.kit.web.Problem;
import org.homeward.kit.web.ProblemTypes;

/** Finds problems that a service can answer but does not publish. */
public final class Catalogued {

    private Catalogued() {}

    /**
     * @param packages of the service, for example {@code org.homeward.grant}
     * @return names of problem classes without a sample
     * @throws IllegalStateException when there is no problem class at all: a test must not pass
     *     empty
     */
    public static List<String> missing(String packages, ProblemTypes... types) {
        Set<String> known =
                Stream.of(types)
                        .flatMap(some -> some.samples().stream())
                        .map(problem -> problem.getClass().getName())
                        .collect(Collectors.toSet());
        List<String> all =
                ArchConfiguration.withThreadLocalScope(
                        configuration -> {
                            configuration.setResolveMissingDependenciesFromClassPath(false);
                            return problems(packages);
                        });
        if (all.isEmpty()) {
            throw new IllegalStateException("no problems in " + packages);
        }
        return all.stream().filter(name -> !known.contains(name)).toList();
    }

    private static List<String> problems(String packages) {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(packages)
                        .stream()
                        .filter(type -> type.isAssignableTo(Problem.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(type -> type.getName())
                        .toList();
    }
}
