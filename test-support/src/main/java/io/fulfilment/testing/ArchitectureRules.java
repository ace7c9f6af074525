package io.fulfilment.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;

/**
 * What holds inside every service.
 *
 * {@snippet :
 * @AnalyzeClasses(packages = "io.fulfilment.order", importOptions = DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests rules = ArchTests.in(ArchitectureRules.class);
 * }
 * }
 */
public final class ArchitectureRules {

    private static final String[] ADAPTERS = {
        "io.fulfilment.*.web..", "io.fulfilment.*.messaging..", "io.fulfilment.*.persistence.."
    };

    @ArchTest
    static final ArchRule domainIsPureJava = classes()
            .that()
            .resideInAPackage("io.fulfilment.*.domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "jakarta.persistence..",
                            "org.jspecify..",
                            "com.fasterxml.jackson.annotation..",
                            "io.fulfilment.events..")
                    .or(resideInAPackage("io.fulfilment.*.domain..")))
            .as("domain knows neither a framework nor another layer")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule useCasesKnowNoAdapter = noClasses()
            .that()
            .resideInAPackage("io.fulfilment.*.application..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ADAPTERS))
            .orShould()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.fulfilment.web..",
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "jakarta.servlet.."))
            .as("application knows neither HTTP nor Kafka nor how things are stored")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule adaptersAreTheirPackagesOwn = classes()
            .that()
            .resideInAnyPackage(ADAPTERS)
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate()
            .as("web, messaging and persistence are package-private")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noServiceKnowsAnother =
            classes().should(new StayInTheirService()).as("a service depends on the shared modules only");

    @ArchTest
    static final ArchRule onlySharedMessagingKnowsKafka = noClasses()
            .that(not(resideInAPackage("io.fulfilment.console.kafka..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka.."))
            .as("only shared-messaging knows Kafka's API, and the console's look at consumer groups");

    @ArchTest
    static final ArchRule namesSayWhatTheyAre = noClasses()
            .that(not(resideInAPackage("io.fulfilment.events..")))
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils)")
            .as("no *Impl, *Manager, *Helper, *Util");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.fulfilment.*.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    private ArchitectureRules() {}

    @ArchTest
    static void onlySharedEventsNamesTopics(JavaClasses ignored) {
        TopicLiterals.assertNoneBelow(Path.of("src", "main"));
    }
}
