package io.fulfilment.messaging.deadletter.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A service without HTTP, or without the other starter, has messaging all the same. */
@AnalyzeClasses(packages = "io.fulfilment.messaging", importOptions = DoNotIncludeTests.class)
class ArrowsTest {

    private static final String API = "io.fulfilment.messaging.deadletter.web..";
    private static final String DOCUMENT = "io.fulfilment.messaging.asyncapi..";

    @ArchTest
    static final ArchRule onlyTheApiKnowsHttp = noClasses()
            .that()
            .resideOutsideOfPackages(API, DOCUMENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.fulfilment.web..",
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "jakarta.servlet..",
                    "io.swagger..",
                    "org.springdoc..");

    @ArchTest
    static final ArchRule nobodyDependsOnTheApi =
            classes().that().resideInAPackage(API).should().bePackagePrivate();
}
