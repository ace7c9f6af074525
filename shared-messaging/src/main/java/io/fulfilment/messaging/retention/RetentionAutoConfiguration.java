package io.fulfilment.messaging.retention;

import io.fulfilment.messaging.archive.RecordSink;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Retention of the starter's tables. An archive has none. */
@AutoConfiguration
@ConditionalOnMissingBean(RecordSink.class)
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionAutoConfiguration {

    @Bean
    Retention messagingRetention(JdbcTemplate jdbc, RetentionSettings settings) {
        return new Retention(jdbc, settings);
    }
}
