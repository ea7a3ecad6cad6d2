package org.homeward.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.UseCase;
import org.homeward.notification.delivery.Delivery;
import org.homeward.notification.delivery.Message;
import org.homeward.notification.subscription.Subscription;
import org.homeward.notification.webhook.Replay;
import org.homeward.notification.webhook.Webhook;
import org.springframework.web.bind.annotation.RestController;

/** A rule that matches no class fails: ArchUnit's default, which must not be switched off. */
@AnalyzeClasses(
        packages = "org.homeward",
        importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {

    private static final String HERE = "org.homeward.notification..";

    @ArchTest
    static final ArchRule it_knows_no_other_service =
            noClasses()
                    .that()
                    .resideInAPackage(HERE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.homeward.beneficiary..",
                            "org.homeward.grant..",
                            "org.homeward.story..");

    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("org.homeward.notification.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_domain_knows_no_framework =
            noClasses()
                    .that()
                    .areAssignableTo(Delivery.class)
                    .or()
                    .areAssignableTo(Subscription.class)
                    .or()
                    .areAssignableTo(Message.class)
                    .or()
                    .areAssignableTo(Message.Recipient.class)
                    .or()
                    .areAssignableTo(Webhook.class)
                    .or()
                    .areAssignableTo("org.homeward.notification.webhook.Endpoint")
                    .or()
                    .areAssignableTo("org.homeward.notification.webhook.Endpoint$SigningKey")
                    .or()
                    .areAssignableTo(Replay.class)
                    .or()
                    .haveSimpleName("Occasion")
                    .or()
                    .haveSimpleName("Place")
                    .or()
                    .haveSimpleName("News")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "com.mongodb..",
                            "org.bson..",
                            "org.apache.kafka..",
                            "tools.jackson..",
                            "com.fasterxml..");

    @ArchTest
    static final ArchRule only_use_cases_change_anything =
            noClasses()
                    .that()
                    .resideInAPackage(HERE)
                    .and()
                    .areNotAnnotatedWith(UseCase.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Journal.class);

    @ArchTest
    static final ArchRule what_a_feature_does_not_offer_is_its_own =
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .or()
                    .areAnnotatedWith(UseCase.class)
                    .and()
                    .resideInAPackage(HERE)
                    .should()
                    .bePackagePrivate();
}
