package io.fulfilment.saga.web;

import io.fulfilment.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SagaSecurity {

    @Bean
    SecurityRules sagasAreForOperators() {
        return SecurityRules.operatorsOnly(
                "/sagas", "/sagas/**", "/saga-acts", "/saga-acts/**", "/saga-definitions", "/saga-definitions/**");
    }
}
