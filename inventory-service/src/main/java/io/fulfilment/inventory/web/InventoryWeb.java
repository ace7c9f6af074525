package io.fulfilment.inventory.web;

import static io.fulfilment.web.security.SecurityRules.anyCaller;
import static io.fulfilment.web.security.SecurityRules.operatorsOnly;

import io.fulfilment.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class InventoryWeb {

    /** Operators price products and adjust their stock; everybody reads. */
    @Bean
    SecurityRules products() {
        return operatorsOnly(HttpMethod.PUT, "/products/**")
                .then(operatorsOnly(HttpMethod.POST, "/products/**"))
                .then(anyCaller("/products/**"));
    }
}
