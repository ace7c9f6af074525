package io.fulfilment.inventory.web;

import static io.fulfilment.web.security.SecurityRules.operatorsOnly;

import io.fulfilment.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class InventoryWeb {

    /** Everybody reads. */
    @Bean
    SecurityRules operatorsPrice() {
        return operatorsOnly(HttpMethod.PUT, "/products/**");
    }

    @Bean
    SecurityRules operatorsAdjustStock() {
        return operatorsOnly(HttpMethod.POST, "/products/**");
    }
}
