package io.fulfilment.console.kafka;

import io.fulfilment.console.lag.ConsumerGroups;
import io.fulfilment.console.lag.LagHistory;
import io.fulfilment.console.lag.LagSettings;
import io.fulfilment.console.lag.LagWatch;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LagConfiguration {

    @Bean
    KafkaConsumerGroups consumerGroups(
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers, LagSettings settings) {
        return new KafkaConsumerGroups(new KafkaClients(bootstrapServers, settings.patience()));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    LagHistory lagHistory(LagSettings settings) {
        return new LagHistory(settings.series());
    }

    @Bean
    LagWatch lagWatch(ConsumerGroups groups, Clock clock, LagSettings settings, LagHistory history) {
        return new LagWatch(groups, clock, settings, history);
    }
}
