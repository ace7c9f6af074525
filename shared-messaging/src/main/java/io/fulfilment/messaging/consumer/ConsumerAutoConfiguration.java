package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.archive.RecordSink;
import io.fulfilment.messaging.codec.KnownTypes;
import io.fulfilment.messaging.codec.MessageJson;
import io.fulfilment.messaging.codec.RecordReader;
import io.fulfilment.messaging.database.ReadCommitted;
import io.fulfilment.messaging.deadletter.DeadLetterPost;
import io.fulfilment.messaging.deadletter.HeldKeys;
import io.fulfilment.messaging.deadletter.HeldQueue;
import io.fulfilment.messaging.deadletter.ParkedKeys;
import io.fulfilment.messaging.deadletter.Rehearsal;
import io.fulfilment.messaging.group.RetryForever;
import io.fulfilment.messaging.retention.RetentionSettings;
import io.fulfilment.messaging.retry.WakeUp;
import io.fulfilment.messaging.trace.MessageSpans;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.transaction.PlatformTransactionManager;

/** The consumer of a service that has handlers. */
@AutoConfiguration
@ConditionalOnBean(MessageHandlers.class)
@ConditionalOnMissingBean(RecordSink.class)
@EnableConfigurationProperties({ConsumerSettings.class, RetentionSettings.class})
class ConsumerAutoConfiguration {

    @Bean
    HandlerRegistry handlerRegistry(ObjectProvider<MessageHandlers> handlers) {
        return new HandlerRegistry(handlers.orderedStream().toList());
    }

    @Bean
    HandlingObservation handlingObservation(ObjectProvider<MeterRegistry> meters, MessageSpans spans, Clock clock) {
        return new HandlingObservation(
                new HandlingSpans(spans),
                new HandlingMetrics(meters.getIfAvailable(CompositeMeterRegistry::new), clock));
    }

    @Bean
    HoldingRules holdingRules(ConsumerSettings settings, RetentionSettings retention, JdbcTemplate jdbc) {
        return new HoldingRules(
                settings.attempts(),
                settings.backoff(),
                settings.gap(),
                settings.joinsLate() || !knowsBeginnings(jdbc),
                retention.inbox());
    }

    private static boolean knowsBeginnings(JdbcTemplate jdbc) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT known FROM inbox_beginning", Boolean.class));
    }

    @Bean
    Handling handling(HandlerRegistry handlers, HandlingObservation observation) {
        return new Handling(handlers, observation);
    }

    @Bean
    RecordReader recordReader(MessageJson json, HandlerRegistry handlers) {
        return new RecordReader(json, KnownTypes.around(handlers.classes()), handlers.types());
    }

    @Bean
    Redelivery redelivery(
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            RecordReader reader,
            DeadLetterPost post,
            Handling handling,
            HoldingRules rules) {
        var queue = new HeldQueue(jdbc, rules.longestGap(), rules.joinsLate());
        var delivery = new HeldDelivery(queue, new Inbox(jdbc), handling, reader, rules);
        return new Redelivery(ReadCommitted.template(transactions, jdbc), queue, delivery, post, handling, rules);
    }

    /** Neither traced nor counted. */
    @Bean
    Rehearsal handlerRehearsal(
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            RecordReader reader,
            HandlerRegistry handlers,
            HandlingObservation observation,
            HoldingRules rules) {
        var queue = new HeldQueue(jdbc, rules.longestGap(), rules.joinsLate());
        var handling = new Handling(
                handlers,
                new HandlingObservation(new HandlingSpans(new MessageSpans(() -> null)), observation.metrics()));
        return new HandlerRehearsal(
                ReadCommitted.template(transactions, jdbc),
                new ParkedKeys(jdbc),
                queue,
                new HeldDelivery(queue, new Inbox(jdbc), handling, reader, rules),
                new RehearsedCommit(jdbc));
    }

    @Bean
    RedeliveryThread redeliveryThread(Redelivery redelivery, WakeUp redeliveryWakeUp, ConsumerSettings settings) {
        return new RedeliveryThread(redelivery, redeliveryWakeUp, settings.outage(), settings.enabled());
    }

    @Bean
    WakeUp redeliveryWakeUp() {
        return new WakeUp();
    }

    @Bean
    BatchListener batchListener(
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            RecordReader reader,
            HeldKeys held,
            Handling handling,
            HoldingRules rules,
            Clock clock,
            WakeUp redeliveryWakeUp,
            ConsumerSettings settings) {
        var transaction = new BatchTransaction(
                ReadCommitted.template(transactions, jdbc),
                new Inbox(jdbc),
                held,
                handling,
                rules,
                clock,
                redeliveryWakeUp::ring);
        return new BatchListener(reader, transaction, new Apart(transaction, settings.longestTakingApart()));
    }

    @Bean
    ConcurrentMessageListenerContainer<byte[], byte[]> messageContainer(
            BatchListener listener,
            HandlerRegistry handlers,
            ConsumerSettings settings,
            ConsumerFactory<?, ?> kafka,
            @Value("${spring.application.name}") String service) {
        var container = new ConcurrentMessageListenerContainer<>(
                ConsumerConfiguration.factory(kafka, settings, service),
                ConsumerConfiguration.container(listener, settings, handlers.topics(), service));
        container.setAutoStartup(settings.enabled());
        container.setConcurrency(settings.concurrency());
        container.setCommonErrorHandler(new RetryForever(settings.outage()));
        return container;
    }
}
