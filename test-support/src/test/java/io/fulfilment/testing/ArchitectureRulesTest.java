package io.fulfilment.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("io.fulfilment.planted");

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(ArchitectureRules.domainIsPureJava, "SpringInDomain"),
                arguments(ArchitectureRules.useCasesKnowNoAdapter, "UseCaseOfHttp"),
                arguments(ArchitectureRules.adaptersAreTheirPackagesOwn, "PublicEndpoint"),
                arguments(ArchitectureRules.noServiceKnowsAnother, "Neighbour"),
                arguments(ArchitectureRules.onlySharedMessagingKnowsKafka, "TopicPartition"),
                arguments(ArchitectureRules.namesSayWhatTheyAre, "EndpointManager"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aBreachIsFound(ArchRule rule, String culprit) {
        assertThatThrownBy(() -> rule.check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }

    @Test
    void aTopicNamedInASourceIsFound(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("Fine.java"), "io.fulfilment.order.events");
        assertThat(TopicLiterals.in(directory)).isEmpty();
        Files.writeString(directory.resolve("Culprit.java"), "send(\"order.events\")");
        Files.writeString(directory.resolve("culprit.yaml"), "to: 'order-service.dead-letters'");
        assertThat(TopicLiterals.in(directory)).hasSize(2);
    }
}
