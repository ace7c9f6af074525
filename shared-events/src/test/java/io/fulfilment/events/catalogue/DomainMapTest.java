package io.fulfilment.events.catalogue;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Command;
import io.fulfilment.events.Event;
import io.fulfilment.events.Message;
import io.fulfilment.events.Reply;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/domain.md and docs/messages.md say what the contracts say: nothing is missing, nothing is invented. */
class DomainMapTest {

    private static final Path DOCS = Path.of("../docs");

    @Test
    void everyCommandIsOnTheMap() throws IOException {
        assertThat(map().types("Command")).containsExactlyInAnyOrderElementsOf(contracts(Command.class));
    }

    @Test
    void everyEventIsOnTheMap() throws IOException {
        assertThat(map().types("Event")).containsExactlyInAnyOrderElementsOf(contracts(Event.class));
    }

    @Test
    void everyReplyIsOnTheMap() throws IOException {
        assertThat(map().answers()).containsExactlyInAnyOrderElementsOf(contracts(Reply.class));
    }

    /** {@code ReserveStock} is answered by {@code ReserveStockSucceeded} and {@code ReserveStockRefused}. */
    @Test
    void aReplyStandsWithItsCommand() throws IOException {
        assertThat(map().rows())
                .allSatisfy(row -> assertThat(row.answers())
                        .allMatch(answer -> answer.startsWith(row.type().replaceAll("\\.v[0-9]+$", ""))));
    }

    @Test
    void noMessageStandsTwice() throws IOException {
        assertThat(map().rows()).extracting(DomainMap.Row::type).doesNotHaveDuplicates();
    }

    @Test
    void aMessageThatIsMissingOrInventedIsFound() {
        var map = DomainMap.read("""
                ## Context: order
                | Command | Sent by | Asks | Answers |
                | --- | --- | --- | --- |
                | `FreezeOrder.v1` | saga | to wait | `FreezeOrderSucceeded.v1`, `FreezeOrderRefused.v1` (why) |

                | step | kind |
                | --- | --- |
                | `NoMessage.v1` | a table of something else |
                """.lines().toList());

        assertThat(map.types("Command")).containsExactly("io.fulfilment.order.FreezeOrder.v1");
        assertThat(map.types("Event")).isEmpty();
        assertThat(map.answers())
                .containsExactlyInAnyOrder(
                        "io.fulfilment.order.FreezeOrderSucceeded.v1", "io.fulfilment.order.FreezeOrderRefused.v1");
    }

    @Test
    void everyTopicIsInTheReference() throws IOException {
        var topics = Pattern.compile("^\\| `([a-z]+\\.[a-z]+)` \\|", Pattern.MULTILINE)
                .matcher(Files.readString(DOCS.resolve("messages.md")))
                .results()
                .map(found -> found.group(1));

        assertThat(topics)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }

    private static DomainMap map() throws IOException {
        return DomainMap.read(Files.readAllLines(DOCS.resolve("domain.md")));
    }

    private static Set<String> contracts(Class<? extends Message> kind) {
        return Contracts.all().stream()
                .filter(kind::isAssignableFrom)
                .map(type -> TypeName.of(type).toString())
                .collect(toSet());
    }
}
