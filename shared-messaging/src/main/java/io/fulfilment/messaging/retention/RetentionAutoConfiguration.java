package io.fulfilment.messaging.retention;

import io.fulfilment.messaging.archive.RecordSink;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Retention of the starter's tables. An archive has none. */
@AutoConfiguration
@ConditionalOnMissingBean(RecordSink.class)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionAutoConfiguration {

    @Bean
    Retention messagingRetention(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, RetentionSettings settings) {
        var ring = new OutboxRing(jdbc, new TransactionTemplate(transactions), settings.outbox());
        return new Retention(jdbc, ring, settings);
    }
}
