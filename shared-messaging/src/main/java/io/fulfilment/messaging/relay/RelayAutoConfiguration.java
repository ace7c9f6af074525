package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.archive.RecordSink;
import io.fulfilment.messaging.trace.MessageSpans;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.kafka.core.ProducerFactory;

/** The relay. An archive has none. */
@AutoConfiguration
@ConditionalOnMissingBean(RecordSink.class)
@ConditionalOnProperty(name = "fulfilment.messaging.relay.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RelaySettings.class)
class RelayAutoConfiguration {

    @Bean
    Relay outboxRelay(
            JdbcTemplate jdbc,
            DataSource database,
            RelaySettings settings,
            ProducerFactory<?, ?> kafka,
            ObjectProvider<MeterRegistry> meters,
            MessageSpans spans,
            @Value("${spring.application.name}") String service) {
        var session = new ProducerSession(
                producers(kafka, settings, service), new OutgoingRecords(service), new PublishSpans(spans));
        var publisher = new Publisher(
                new OutboxQueue(database),
                session,
                new RestingTopics(settings.missingTopicPause()),
                published(meters),
                settings.poll());
        return new Relay(
                publisher,
                new RelayLease(jdbc, settings.lease()),
                heard -> new Bell(jdbc, outsideThePool(database), heard),
                settings);
    }

    private static DataSource outsideThePool(DataSource database) {
        return DataSourceBuilder.derivedFrom(database)
                .type(SimpleDriverDataSource.class)
                .build();
    }

    private static Supplier<Producer<byte[], byte[]>> producers(
            ProducerFactory<?, ?> kafka, RelaySettings settings, String service) {
        var configuration = ProducerConfiguration.of(kafka.getConfigurationProperties(), settings, service);
        return () -> new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Counter published(ObjectProvider<MeterRegistry> meters) {
        return Counter.builder("outbox.published")
                .description("messages that the broker acknowledged")
                .register(meters.getIfAvailable(CompositeMeterRegistry::new));
    }
}
