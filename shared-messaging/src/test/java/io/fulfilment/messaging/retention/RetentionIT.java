package io.fulfilment.messaging.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.silent.WithoutRelay;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@WithoutRelay
class RetentionIT {

    private static final int SMALL_BATCH = 3;

    private final JdbcTemplate jdbc;
    private final Retention retention;

    RetentionIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.retention = new Retention(
                jdbc,
                new RetentionSettings(Duration.ofHours(1), Duration.ofDays(14), Duration.ofMinutes(1), SMALL_BATCH));
        jdbc.update("DELETE FROM outbox");
        jdbc.update("DELETE FROM inbox");
    }

    @Test
    void publishedRowsGoAfterAWhileAndNoOthers() {
        outbox("blocked", null, "too large");
        outbox("old", "2 hours", null);
        outbox("old", "3 hours", null);
        outbox("old", "2 hours", null);
        outbox("old", "2 hours", null);
        outbox("unpublished", null, null);
        outbox("young", "1 minute", null);

        assertThat(retention.deleteOld()).isEqualTo(4);

        assertThat(jdbc.queryForList("SELECT message_key FROM outbox ORDER BY id", String.class))
                .containsExactly("blocked", "unpublished", "young");
    }

    @Test
    void rowsThatWaitKeepNoOthers() {
        for (int i = 0; i <= SMALL_BATCH; i++) {
            outbox("unpublished", null, null);
        }
        outbox("old", "2 hours", null);

        assertThat(retention.deleteOld()).isEqualTo(1);
    }

    @Test
    void messagesAreForgottenLongAfterTheyCame() {
        inbox("15 days");
        inbox("13 days");

        assertThat(retention.deleteOld()).isEqualTo(1);
    }

    private void outbox(String key, @Nullable String publishedAgo, @Nullable String blocked) {
        jdbc.update("""
                INSERT INTO outbox (message_id, topic, message_key, shard, sequence, type, published_at, blocked_reason)
                VALUES (gen_random_uuid(), 'topic', ?, 0, 1, 'type', now() - ?::interval, ?)
                """, key, publishedAgo, blocked);
    }

    private void inbox(String ago) {
        jdbc.update("""
                INSERT INTO inbox (message_id, topic, partition, record_offset, received_at)
                VALUES (gen_random_uuid(), 'topic', 0, 0, now() - ?::interval)
                """, ago);
    }
}
