package io.fulfilment.messaging.outbox;

import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Publishes;
import io.fulfilment.messaging.archive.RecordSink;
import io.fulfilment.messaging.codec.MessageJson;
import io.fulfilment.messaging.trace.MessageSpans;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The outbox. An archive has none. */
@AutoConfiguration
@ConditionalOnMissingBean(RecordSink.class)
@EnableConfigurationProperties(OutboxSettings.class)
@Import(JpaFlushConfiguration.class)
class OutboxAutoConfiguration {

    @Bean
    MessageJson messageJson() {
        return new MessageJson();
    }

    @Bean
    PendingOutbox pendingOutbox(
            JdbcTemplate jdbc, ObjectProvider<BeforeWrite> before, ObjectProvider<RelaySignal> relay) {
        return new PendingOutbox(
                new OutboxTable(jdbc),
                SingletonSupplier.of(() -> before.orderedStream().toList()),
                SingletonSupplier.of(() -> relay.orderedStream().toList()));
    }

    @Bean
    @ConditionalOnMissingBean
    Outbox outbox(PendingOutbox pending, Bodies bodies, IdSource ids, MessageSpans spans) {
        return new TransactionalOutbox(pending, bodies, ids, new AppendSpans(spans));
    }

    @Bean
    Bodies messageBodies(MessageJson json, OutboxSettings settings, ObjectProvider<Publishes> declared) {
        return new Bodies(
                json,
                settings,
                SingletonSupplier.of(() -> declared.orderedStream().toList()));
    }

    @Bean
    OutboxMetrics outboxMetrics(JdbcTemplate jdbc) {
        return new OutboxMetrics(jdbc);
    }
}
