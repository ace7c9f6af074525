package io.fulfilment.archive.web;

import static io.fulfilment.web.security.SecurityRules.operatorsOnly;

import io.fulfilment.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EventStoreWeb {

    /** The archive holds what customers confided to us. */
    @Bean
    SecurityRules operatorsOnlyRead() {
        return operatorsOnly("/events/**", "/streams/**");
    }
}
