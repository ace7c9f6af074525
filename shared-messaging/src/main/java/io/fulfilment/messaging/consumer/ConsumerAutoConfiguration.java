package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.archive.RecordSink;
import io.fulfilment.messaging.codec.KnownTypes;
import io.fulfilment.messaging.codec.MessageJson;
import io.fulfilment.messaging.codec.RecordReader;
import io.fulfilment.messaging.deadletter.DeadLetters;
import io.fulfilment.messaging.group.RetryForever;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.tracing.Tracer;
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
import org.springframework.transaction.support.TransactionTemplate;

/** The consumer of a service that has handlers. */
@AutoConfiguration
@ConditionalOnBean(MessageHandlers.class)
@ConditionalOnMissingBean(RecordSink.class)
@EnableConfigurationProperties(ConsumerSettings.class)
class ConsumerAutoConfiguration {

    @Bean
    HandlerRegistry handlerRegistry(ObjectProvider<MessageHandlers> handlers) {
        return new HandlerRegistry(handlers.orderedStream().toList());
    }

    @Bean
    HandlingObservation handlingObservation(
            ObjectProvider<MeterRegistry> meters, ObjectProvider<Tracer> tracers, Clock clock) {
        return new HandlingObservation(
                new HandlingSpans(tracers.getIfAvailable()),
                new HandlingMetrics(meters.getIfAvailable(CompositeMeterRegistry::new), clock));
    }

    @Bean
    BatchTransaction batchTransaction(
            PlatformTransactionManager transactions,
            JdbcTemplate jdbc,
            DeadLetters deadLetters,
            HandlerRegistry handlers,
            HandlingObservation observation) {
        return new BatchTransaction(
                new TransactionTemplate(transactions), new Inbox(jdbc), deadLetters, handlers, observation);
    }

    @Bean
    BatchListener batchListener(
            MessageJson json, HandlerRegistry handlers, BatchTransaction transaction, ConsumerSettings settings) {
        var reader = new RecordReader(json, KnownTypes.around(handlers.classes()), handlers.types());
        return new BatchListener(reader, transaction, new KeyByKey(transaction, settings));
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
