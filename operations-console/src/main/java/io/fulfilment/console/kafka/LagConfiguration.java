package io.fulfilment.console.kafka;

import io.fulfilment.console.lag.ConsumerGroups;
import io.fulfilment.console.lag.LagHistory;
import io.fulfilment.console.lag.LagSettings;
import io.fulfilment.console.lag.LagWatch;
import io.fulfilment.console.lag.Moments;
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
    Moments moments() {
        return Moments.OF_SYSTEM;
    }

    @Bean
    LagHistory lagHistory(LagSettings settings) {
        return new LagHistory(settings);
    }

    @Bean
    LagWatch lagWatch(ConsumerGroups groups, Moments moments, LagSettings settings, LagHistory history) {
        return new LagWatch(groups, moments, settings, history);
    }
}
