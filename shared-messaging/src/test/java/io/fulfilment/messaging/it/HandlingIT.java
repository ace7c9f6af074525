package io.fulfilment.messaging.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.inventory.InventoryEvent.StockReleased;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.testing.RecordSender;
import io.fulfilment.testing.TopicReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MessagingIT
class HandlingIT {

    private final RecordSender kafka = new RecordSender();
    private final Commands commands = Commands.aboutAnOrder();
    private final Effects effects;
    private final ParkedLetters parked;
    private final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final MeterRegistry meters;

    @Autowired
    HandlingIT(Effects effects, JdbcTemplate jdbc, Outbox outbox, MeterRegistry meters) {
        this.effects = effects;
        this.parked = new ParkedLetters(jdbc);
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.meters = meters;
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void handlesTheMessagesOfAKeyInTheirOrder() {
        for (int i = 1; i <= 40; i++) {
            UUID id = UUID.randomUUID();
            kafka.send(i % 3 == 0 ? commands.dispatch(id, i) : commands.release(id, i));
        }

        await().untilAsserted(() ->
                assertThat(effects.sequencesOf(commands.subject())).hasSize(40).isSorted());
    }

    @Test
    void aMessageThatComesTwiceTakesEffectOnce() {
        var command = commands.release(UUID.randomUUID(), 1);
        kafka.send(command);
        kafka.send(command);
        kafka.send(commands.release(UUID.randomUUID(), 2));
        awaitSequences(1L, 2L);
        kafka.send(command);
        kafka.send(commands.release(UUID.randomUUID(), 3));

        awaitSequences(1L, 2L, 3L);
    }

    @Test
    void whatAHandlerSendsIsCausedByTheMessage() {
        UUID id = UUID.randomUUID();
        String trace = "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01";
        effects.when(
                id, received -> outbox.append(new StockReleased(OrderId.of(commands.subject())), received.cause()));
        kafka.send(commands.release(id, 1, trace));

        ConsumerRecord<byte[], byte[]> sent = sentEvents().getFirst();
        assertThat(ParkedLetters.header(sent, "ce_causationid")).isEqualTo(id.toString());
        // Nobody takes traces of this service; others may have one of those after it.
        assertThat(ParkedLetters.header(sent, "traceparent")).isEqualTo(trace);
    }

    @Test
    void aMessageOfTheLanguageWithoutAHandlerIsPassedOver() {
        kafka.send(commands.of(UUID.randomUUID(), "io.fulfilment.inventory.ReserveStock.v1", 1));
        kafka.send(commands.release(UUID.randomUUID(), 2));

        awaitSequences(2L);
        assertThat(parked.reasons(commands.subject())).isEmpty();
        assertThat(meters.get("messages.handled")
                        .tags("type", "io.fulfilment.inventory.ReserveStock.v1", "outcome", "ignored")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void aMessageThatFailsForAWhileIsTriedAgain() {
        UUID id = UUID.randomUUID();
        var failures = new AtomicInteger();
        effects.when(id, received -> {
            if (failures.incrementAndGet() <= 3) {
                throw new IllegalStateException("not yet");
            }
        });
        kafka.send(commands.release(id, 1));
        kafka.send(commands.release(UUID.randomUUID(), 2));

        awaitSequences(1L, 2L);
        assertThat(failures).hasValue(4);
        assertThat(parked.reasons(commands.subject())).isEmpty();
    }

    /** The connection dies under the handler, again and again: no message is to blame. */
    @Test
    void aLostConnectionParksNothing() {
        UUID id = UUID.randomUUID();
        var failures = new AtomicInteger();
        effects.when(id, received -> {
            if (failures.incrementAndGet() <= 8) {
                jdbc.execute("SELECT pg_terminate_backend(pg_backend_pid())");
            }
        });
        kafka.send(commands.release(id, 1));

        await().untilAsserted(() -> assertThat(failures).hasValue(9));
        awaitSequences(1L);
        assertThat(parked.reasons(commands.subject())).isEmpty();
    }

    private void awaitSequences(Long... sequences) {
        await().untilAsserted(() ->
                assertThat(effects.sequencesOf(commands.subject())).containsExactly(sequences));
    }

    private List<ConsumerRecord<byte[], byte[]>> sentEvents() {
        try (var reader = TopicReader.of(Topic.INVENTORY_EVENTS.topicName())) {
            return await().until(() -> reader.records(commands.subject()), records -> !records.isEmpty());
        }
    }
}
