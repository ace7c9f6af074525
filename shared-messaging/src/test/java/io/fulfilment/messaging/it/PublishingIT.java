package io.fulfilment.messaging.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@MessagingIT
class PublishingIT {

    private static final Cause CAUSE = Cause.beginning(UUID.randomUUID());

    private final Outbox outbox;
    private final TransactionTemplate transaction;

    PublishingIT(@Autowired Outbox outbox, @Autowired TransactionTemplate transaction) {
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Test
    void sendsWhatWasCommittedAsACloudEvent() {
        String sku = sku();
        UUID id = transaction.execute(status -> outbox.append(adjusted(sku, 5), CAUSE));

        ConsumerRecord<byte[], byte[]> sent = published(sku, 1).getFirst();

        assertThat(header(sent, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(sent, "ce_id")).isEqualTo(String.valueOf(id));
        assertThat(header(sent, "ce_type")).isEqualTo("io.fulfilment.inventory.StockAdjusted.v1");
        assertThat(header(sent, "ce_source")).isEqualTo("/inventory-service/inventory.events");
        assertThat(header(sent, "ce_subject")).isEqualTo(sku);
        assertThat(header(sent, "ce_sequence")).isEqualTo("1");
        assertThat(header(sent, "ce_correlationid"))
                .isEqualTo(CAUSE.correlationId().toString());
        assertThat(header(sent, "content-type")).isEqualTo("application/json");
        assertThat(sent.headers().headers("ce_causationid")).isEmpty();
        assertThat(new String(sent.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"sku\":\"" + sku + "\",\"delta\":5,\"reason\":\"count\"}");
    }

    @Test
    void sendsNothingOfATransactionThatRollsBack() {
        String sku = sku();
        transaction.executeWithoutResult(status -> {
            outbox.append(adjusted(sku, 1), CAUSE);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> outbox.append(adjusted(sku, 2), CAUSE));

        assertThat(published(sku, 1)).extracting(PublishingIT::sequence).containsExactly(1L);
        assertThat(published(sku, 1)).extracting(PublishingIT::body).allMatch(body -> body.contains("\"delta\":2"));
    }

    @Test
    void refusesToAppendOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(adjusted(sku(), 1), CAUSE))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void refusesWhatIsLargerThanARecord() {
        var large = new StockAdjusted(new Sku(sku()), 1, "x".repeat(256 * 1024));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> outbox.append(large, CAUSE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("larger");
    }

    @Test
    void refusesWhatTheServiceDoesNotSayThatItPublishes() {
        var command = new ReleaseStock(new SagaId(UUID.randomUUID()), new OrderId(UUID.randomUUID()));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> outbox.append(command, CAUSE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("io.fulfilment.inventory.ReleaseStock.v1");
    }

    @Test
    void keepsTheOrderOfAKeyUnderConcurrentWriters() throws Exception {
        String sku = sku();
        int writers = 8;
        int transactions = 25;
        try (var executor = Executors.newFixedThreadPool(writers)) {
            var done = IntStream.range(0, writers)
                    .mapToObj(writer -> executor.submit(() ->
                            IntStream.range(0, transactions).forEach(i -> appendTwo(sku, writer * 1_000L + 2 * i))))
                    .toList();
            for (var one : done) {
                one.get();
            }
        }

        var sent = published(sku, 2 * writers * transactions);

        assertThat(sent)
                .extracting(PublishingIT::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 2L * writers * transactions)
                        .boxed()
                        .toList());
    }

    /** The one with the lower id commits later, and must not be passed over. */
    @Test
    void sendsRowsThatCommitOutOfTheOrderOfTheirIds() {
        String early = sku();
        String late = sku();

        transaction.executeWithoutResult(status -> {
            outbox.append(adjusted(late, 1), CAUSE);
            afterTheOutboxIsWritten(() -> {
                onAnotherThread(() -> append(early, 1));
                published(early, 1);
            });
        });

        assertThat(published(late, 1)).hasSize(1);
    }

    /** Callbacks of the same order run in the order of their registration. */
    private static void afterTheOutboxIsWritten(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                action.run();
            }
        });
    }

    private static void onAnotherThread(Runnable action) {
        CompletableFuture.runAsync(action).join();
    }

    private void appendTwo(String sku, long delta) {
        transaction.executeWithoutResult(status -> {
            outbox.append(adjusted(sku, delta), CAUSE);
            outbox.append(adjusted(sku, delta + 1), CAUSE);
        });
    }

    private void append(String sku, long delta) {
        transaction.executeWithoutResult(status -> outbox.append(adjusted(sku, delta), CAUSE));
    }

    private static StockAdjusted adjusted(String sku, long delta) {
        return new StockAdjusted(new Sku(sku), delta, "count");
    }

    private static String sku() {
        return "SKU-" + UUID.randomUUID();
    }

    private static List<ConsumerRecord<byte[], byte[]>> published(String sku, int atLeast) {
        try (var reader = TopicReader.of(Topic.INVENTORY_EVENTS.topicName())) {
            return await().until(() -> reader.records(sku), records -> records.size() >= atLeast);
        }
    }

    private static long sequence(ConsumerRecord<byte[], byte[]> sent) {
        return Long.parseLong(header(sent, "ce_sequence"));
    }

    private static String body(ConsumerRecord<byte[], byte[]> sent) {
        return new String(sent.value(), StandardCharsets.UTF_8);
    }

    private static String header(ConsumerRecord<byte[], byte[]> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
