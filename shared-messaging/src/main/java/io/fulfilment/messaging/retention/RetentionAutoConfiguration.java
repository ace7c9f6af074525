package io.fulfilment.messaging.retention;

import io.fulfilment.messaging.archive.RecordSink;
import io.fulfilment.messaging.database.ReadCommitted;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;

/** Retention of the starter's tables. An archive has none. */
@AutoConfiguration
@ConditionalOnMissingBean(RecordSink.class)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionAutoConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    Retention messagingRetention(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, RetentionSettings settings, KafkaAdmin kafka) {
        // What is asked behind a lock has to see what was committed before it.
        var transaction = ReadCommitted.template(transactions, jdbc);
        ArchivedSlots archived = settings.archiveGroup().isBlank()
                ? null
                : new ArchivedSlots(
                        jdbc,
                        transaction,
                        new Archive(kafka.getConfigurationProperties(), settings.archiveGroup(), PATIENCE));
        return new Retention(jdbc, new OutboxRing(jdbc, transaction, settings.outbox(), archived), settings);
    }
}
