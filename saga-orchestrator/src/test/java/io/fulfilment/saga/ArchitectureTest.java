package io.fulfilment.saga;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.fulfilment.testing.ArchitectureRules;

@AnalyzeClasses(packages = "io.fulfilment.saga", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule engineKnowsOnlyWhatAMessageIs = classes()
            .that()
            .resideInAPackage("io.fulfilment.saga.engine")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.fulfilment.events", "io.fulfilment.saga.engine");

    @ArchTest
    static final ArchRule definitionsAreFreeOfTechnology = classes()
            .that()
            .resideInAPackage("io.fulfilment.saga.fulfilment")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "io.fulfilment.events..",
                    "io.fulfilment.saga.engine",
                    "io.fulfilment.saga.fulfilment");

    @ArchTest
    static final ArchRule actsTimersAndMetricsAreTheirPackagesOwn = classes()
            .that()
            .resideInAnyPackage("io.fulfilment.saga.acts", "io.fulfilment.saga.timers", "io.fulfilment.saga.metrics")
            .should()
            .notBePublic();
}
