package io.fulfilment.notification.web;

import io.fulfilment.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationSecurity {

    /** Whose notification it is, the query looks at. */
    @Bean
    SecurityRules notificationsAreForCustomers() {
        return SecurityRules.anyCaller("/notifications");
    }
}
