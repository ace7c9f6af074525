package io.fulfilment.console;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.fulfilment.testing.ArchitectureRules;

@AnalyzeClasses(packages = "io.fulfilment.console", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule lagIsJudgedByPlainJava = ArchRuleDefinition.classes()
            .that()
            .resideInAPackage("io.fulfilment.console.lag..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.fasterxml.jackson.annotation..",
                    "org.springframework.boot.context.properties..",
                    "io.fulfilment.console.lag..")
            .as("lag knows neither Kafka nor a framework, but for its settings");
}
