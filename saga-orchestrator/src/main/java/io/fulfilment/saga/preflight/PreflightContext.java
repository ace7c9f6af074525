package io.fulfilment.saga.preflight;

import io.fulfilment.saga.application.SagaDefinitions;
import io.fulfilment.saga.fulfilment.OrderSagas;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The database and what reads it, and nothing that would act. Not found by the service's own scan. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@ComponentScan("io.fulfilment.saga.persistence")
class PreflightContext {

    @Bean
    SagaDefinitions sagaDefinitions() {
        return SagaDefinitions.of(OrderSagas.ALL);
    }
}
