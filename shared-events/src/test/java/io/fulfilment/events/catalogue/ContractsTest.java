package io.fulfilment.events.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Command;
import io.fulfilment.events.Message;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.Reply;
import io.fulfilment.events.Superseded;
import io.fulfilment.events.TypeName;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ContractsTest {

    private static final Set<String> CONTEXTS = Set.of("order", "payment", "inventory", "notification", "saga");
    private static final List<Class<? extends Message>> MESSAGES = Contracts.all();
    private static final List<Class<? extends Message>> COMMANDS =
            MESSAGES.stream().filter(Command.class::isAssignableFrom).toList();

    @Test
    void typeNamesAreUnique() {
        assertThat(MESSAGES).extracting(TypeName::of).doesNotHaveDuplicates().isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void aNameBelongsToAContext(Class<? extends Message> message) {
        var annotation = Objects.requireNonNull(message.getAnnotation(MessageType.class));

        assertThat(annotation.value())
                .matches("io\\.fulfilment\\.(" + String.join("|", CONTEXTS) + ")\\.[A-Z][A-Za-z]+");
    }

    @ParameterizedTest
    @FieldSource("MESSAGES")
    void aNameHasNoSuffixOfItsKind(Class<? extends Message> message) {
        assertThat(TypeName.of(message).name()).doesNotMatch(".*(Command|Event|Reply|Message)");
    }

    /** All versions of a name are there, and each but the newest can become the next. */
    @Test
    void versionsHaveNoGapAndOldOnesAreUpcast() {
        var versions = MESSAGES.stream()
                .collect(groupingBy(
                        type -> TypeName.of(type).name(),
                        mapping(type -> TypeName.of(type).version(), toSet())));

        for (var message : MESSAGES) {
            var type = TypeName.of(message);
            var newest = new TreeSet<>(versions.getOrDefault(type.name(), Set.of())).last();
            assertThat(versions.get(type.name())).as(type.name()).hasSize(newest);
            assertThat(Superseded.class.isAssignableFrom(message))
                    .as("%s is superseded", type)
                    .isEqualTo(type.version() < newest);
        }
    }

    /** A saga handles the answers to a command exhaustively, so each command has a sealed type of answers. */
    @ParameterizedTest
    @FieldSource("COMMANDS")
    void aCommandHasAnswers(Class<? extends Message> command) {
        assertThat(answersTo(command))
                .isNotEmpty()
                .anyMatch(type -> type.getSimpleName().endsWith("Succeeded"));
    }

    @Test
    void everyReplyAnswersACommand() {
        var answers = COMMANDS.stream()
                .flatMap(command -> answersTo(command).stream())
                .toList();

        assertThat(MESSAGES.stream().filter(Reply.class::isAssignableFrom)).hasSameElementsAs(answers);
    }

    private static List<Class<? extends Message>> answersTo(Class<? extends Message> command) {
        var name = TypeName.of(command).name();
        var parentOfAnswers = "To" + name.substring(name.lastIndexOf('.') + 1);
        return MESSAGES.stream()
                .filter(type -> Arrays.stream(type.getInterfaces())
                        .anyMatch(parent ->
                                parent.isSealed() && parent.getSimpleName().equals(parentOfAnswers)))
                .toList();
    }
}
