package io.fulfilment.console.web;

import io.fulfilment.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    @Bean
    SecurityRules lagIsForOperators() {
        return SecurityRules.operatorsOnly(HttpMethod.GET, "/api/lag/**");
    }
}
