package io.fulfilment.order.web;

import io.fulfilment.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrderSecurity {

    /** Whose order it is, the controllers look at. */
    @Bean
    SecurityRules ordersAreForCustomers() {
        return SecurityRules.anyCaller("/orders/**");
    }
}
