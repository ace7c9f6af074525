package io.fulfilment.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.fulfilment.web", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule knowsNoOtherModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.fulfilment.events..", "io.fulfilment.messaging..", "io.fulfilment.testing..");

    @ArchTest
    static final ArchRule capabilitiesHaveNoCycles =
            slices().matching("io.fulfilment.web.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule configurationIsNobodysBusiness = classes()
            .that()
            .haveSimpleNameEndingWith("AutoConfiguration")
            .or()
            .haveSimpleNameEndingWith("Settings")
            .should()
            .bePackagePrivate();
}
