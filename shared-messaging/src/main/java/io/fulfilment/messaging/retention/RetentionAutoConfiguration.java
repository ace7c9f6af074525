package io.fulfilment.messaging.retention;

import io.fulfilment.messaging.archive.RecordSink;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Retention of the starter's tables. An archive has none. */
@AutoConfiguration
@ConditionalOnMissingBean(RecordSink.class)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionAutoConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    Retention messagingRetention(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, RetentionSettings settings, KafkaAdmin kafka) {
        var transaction = new TransactionTemplate(transactions);
        ArchivedSlots archived = settings.archiveGroup().isBlank()
                ? null
                : new ArchivedSlots(
                        jdbc,
                        transaction,
                        new Archive(kafka.getConfigurationProperties(), settings.archiveGroup(), PATIENCE));
        return new Retention(jdbc, new OutboxRing(jdbc, transaction, settings.outbox(), archived), settings);
    }
}
