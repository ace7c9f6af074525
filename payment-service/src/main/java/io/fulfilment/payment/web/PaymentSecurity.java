package io.fulfilment.payment.web;

import io.fulfilment.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentSecurity {

    /** Whose payment it is, the queries look at. */
    @Bean
    SecurityRules paymentsAreForCustomers() {
        return SecurityRules.anyCaller("/payments/**");
    }
}
