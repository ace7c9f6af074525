package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.archive.RecordSink;
import io.fulfilment.messaging.outbox.PendingOutbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Dead letters. An archive has none. */
@AutoConfiguration
@ConditionalOnMissingBean(RecordSink.class)
class DeadLetterAutoConfiguration {

    @Bean
    HeldKeys heldKeys(JdbcTemplate jdbc) {
        return new HeldKeys(jdbc);
    }

    @Bean
    DeadLetterPost deadLetterPost(
            JdbcTemplate jdbc,
            PendingOutbox outbox,
            IdSource ids,
            @Value("${spring.application.name}") String service) {
        return new DeadLetterPost(jdbc, new DeadLetterCopies(service, ids), outbox);
    }
}
