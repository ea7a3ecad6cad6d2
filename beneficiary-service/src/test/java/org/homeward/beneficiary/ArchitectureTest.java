package org.homeward.beneficiary;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Problem;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How the house is cut; a rule that matches no class fails. */
@AnalyzeClasses(
        packages = "org.homeward.beneficiary",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Values, states, events of a decision, refusals: all that says what the rules are. */
    private static final DescribedPredicate<JavaClass> DOMAIN_TYPES =
            describe(
                    "domain types",
                    type ->
                            (type.isRecord()
                                            && !type.isAnnotatedWith(ConfigurationProperties.class))
                                    || type.isEnum()
                                    || type.isAssignableTo(Problem.class)
                                    || (type.isInterface() && !type.isAnnotation()));

    @ArchTest
    static final ArchRule DOMAIN_TYPES_KNOW_NO_FRAMEWORK =
            noClasses()
                    .that(DOMAIN_TYPES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "com.mongodb..",
                            "org.bson..",
                            "org.apache.kafka..",
                            "tools.jackson..",
                            "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule THE_SERVICE_DEPENDS_ON_NO_OTHER_SERVICE =
            noClasses()
                    .that()
                    .resideInAPackage("org.homeward.beneficiary..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.homeward.grant..",
                            "org.homeward.story..",
                            "org.homeward.notification..",
                            "org.homeward.backends..",
                            "org.homeward.local..");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("org.homeward.beneficiary.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule USE_CASES_ARE_THE_FEATURE_S_OWN =
            classes()
                    .that()
                    .areAnnotatedWith(UseCase.class)
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .haveOnlyFinalFields();

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_THE_FEATURE_S_OWN =
            classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();
}
