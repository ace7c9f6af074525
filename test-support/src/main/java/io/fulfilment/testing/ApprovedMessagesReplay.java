package io.fulfilment.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives every approved message to the consumer of a service, as if it came from Kafka: of the topics that it subscribes to,
 * in every version that was ever sent. Each takes its whole way through inbox and handler, in a transaction that is rolled
 * back, so that nothing is sent and the next one finds the database as it was.
 */
public final class ApprovedMessagesReplay {

    private final BatchMessageListener<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> messages;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    @SuppressWarnings("unchecked")
    private ApprovedMessagesReplay(ApplicationContext service) {
        consumer = service.getBean(BatchMessageListener.class);
        messages = ApprovedMessages.on(Objects.requireNonNull(service.getBean(AbstractMessageListenerContainer.class)
                .getContainerProperties()
                .getTopics()));
        jdbc = service.getBean(JdbcTemplate.class);
        transaction = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
    }

    /** @throws AssertionError if the service parks one, as unreadable or because its handler failed */
    public static void assertHandledBy(ApplicationContext service) {
        var replay = new ApprovedMessagesReplay(service);
        assertThat(replay.messages).isNotEmpty();
        assertThat(replay.messages.stream().flatMap(message -> replay.parked(message).stream()))
                .as("approved messages that were parked")
                .isEmpty();
    }

    private List<String> parked(ConsumerRecord<byte[], byte[]> message) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            consumer.onMessage(List.of(message));
            return jdbc.query(
                    "SELECT reason, left(error, 200) AS error FROM held_message WHERE topic = ? AND partition = ? AND record_offset = ?",
                    (row, number) -> type(message) + " " + row.getString("reason") + " " + row.getString("error"),
                    message.topic(),
                    message.partition(),
                    message.offset());
        });
    }

    private static String type(ConsumerRecord<byte[], byte[]> message) {
        return new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }
}
