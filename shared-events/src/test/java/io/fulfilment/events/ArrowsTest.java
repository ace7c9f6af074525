package io.fulfilment.events;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.fulfilment.events.catalogue.Contracts;
import org.junit.jupiter.api.Test;

class ArrowsTest {

    private static final String ROOT = "io.fulfilment.events";
    private static final JavaClasses LANGUAGE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theLanguageDependsOnNoTechnology() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        ROOT + "..", "java..", "org.jspecify..", "com.fasterxml.jackson.annotation.."))
                .check(LANGUAGE);
    }

    @Test
    void whatMessagesAreDoesNotDependOnWhichThereAre() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".*..")
                .check(LANGUAGE);
    }

    @Test
    void valuesDependOnValuesOnly() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".value")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage(ROOT + ".value")))
                .check(LANGUAGE);
    }

    @Test
    void aMessageIsARecordUnderASealedParentThatNamesItsTopic() {
        classes()
                .that()
                .areAssignableTo(Message.class)
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .andShould()
                .beAnnotatedWith(MessageType.class)
                .andShould(haveASealedParentWithATopic())
                .check(LANGUAGE);
    }

    /** Walking down from the sealed parents finds them all: none was forgotten in {@link Contracts#PARENTS}. */
    @Test
    void theCatalogueKnowsEveryMessage() {
        var messages = LANGUAGE.stream()
                .filter(type -> type.isAssignableTo(Message.class) && !type.isInterface())
                .map(JavaClass::reflect);

        assertThat(messages).hasSameElementsAs(Contracts.all());
    }

    private static ArchCondition<JavaClass> haveASealedParentWithATopic() {
        return new ArchCondition<>("have a sealed parent annotated with @PublishedTo") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var found = type.getAllRawInterfaces().stream()
                        .map(JavaClass::reflect)
                        .anyMatch(parent -> parent.isSealed() && parent.isAnnotationPresent(PublishedTo.class));
                events.add(new SimpleConditionEvent(type, found, type.getName() + (found ? " has one" : " has none")));
            }
        };
    }
}
