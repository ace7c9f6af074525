package io.fulfilment.web.sample;

import io.fulfilment.web.security.SecurityRules;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class SampleService {

    @Bean
    SecurityRules operatorsOnly() {
        return SecurityRules.operatorsOnly("/operators/**");
    }
}
