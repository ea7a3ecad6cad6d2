package org.homeward.story;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.web.Problem;
import org.homeward.story.editorial.Story;
import org.springframework.web.bind.annotation.RestController;

/** The house rules; a rule that finds nothing to check fails. */
@AnalyzeClasses(
        packages = "org.homeward.story",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] FRAMEWORKS = {
        "org.springframework..",
        "com.mongodb..",
        "org.bson..",
        "org.apache.kafka..",
        "tools.jackson..",
        "com.fasterxml.jackson..",
        "jakarta.."
    };

    @ArchTest
    static final ArchRule words_know_no_framework =
            noClasses()
                    .that()
                    .resideInAPackage("org.homeward.story.text")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FRAMEWORKS);

    @ArchTest
    static final ArchRule pictures_know_no_framework =
            noClasses()
                    .that()
                    .haveNameMatching("org.homeward.story.picture.(Picture(\\$.*)?|Print|Size)")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FRAMEWORKS);

    @ArchTest
    static final ArchRule states_of_a_story_know_no_framework =
            noClasses()
                    .that()
                    .areAssignableTo(Story.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FRAMEWORKS);

    @ArchTest
    static final ArchRule values_and_refusals_know_no_framework =
            noClasses()
                    .that()
                    .haveNameMatching(
                            "org.homeward.story.(editorial.(Profile|Portrayed|Illustration|Approval|Returned|Review)"
                                    + "|crowd.Crowd"
                                    + "|consent.(Basis|Consent|KnownConsents|ConsentStanding|Judgement|Standing)"
                                    + "|lead.(Lead(\\$.*)?|KnownPerson(\\$.*)?)"
                                    + "|publication.(PublicPage(\\$.*)?|StandsAt))")
                    .or()
                    .areAssignableTo(Problem.class)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FRAMEWORKS);

    @ArchTest
    static final ArchRule features_form_no_cycle =
            slices().matching("org.homeward.story.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_other_service_is_known =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.homeward.beneficiary..",
                            "org.homeward.grant..",
                            "org.homeward.notification..");

    @ArchTest
    static final ArchRule use_cases_and_controllers_are_nobody_elses_business =
            classes()
                    .that()
                    .areAnnotatedWith(UseCase.class)
                    .or()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .bePackagePrivate();

    @ArchTest
    static final ArchRule the_site_offers_nothing_to_others =
            classes()
                    .that()
                    .resideInAPackage("org.homeward.story.site")
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .notHaveModifier(JavaModifier.PUBLIC);
}
