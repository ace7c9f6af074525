package io.fulfilment.saga;

import io.fulfilment.saga.application.SagaDefinitions;
import io.fulfilment.saga.fulfilment.OrderSagas;
import io.fulfilment.saga.preflight.Preflight;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
class SagaOrchestrator {

    public static void main(String... arguments) {
        if (Preflight.isAskedFor(arguments)) {
            System.exit(Preflight.run(arguments, System.out));
        }
        SpringApplication.run(SagaOrchestrator.class, arguments);
    }

    /** Every version that instances may still be at. */
    @Bean
    SagaDefinitions sagaDefinitions() {
        return SagaDefinitions.of(OrderSagas.ALL);
    }
}
