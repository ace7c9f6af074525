package io.fulfilment.web.sample;

import io.fulfilment.web.security.SecurityRules;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class SampleService {

    @Bean
    SecurityRules rules() {
        return SecurityRules.operatorsOnly("/operators/**")
                .then(SecurityRules.anyCaller(
                        "/parcels/**",
                        "/caller",
                        "/headers",
                        "/broken",
                        "/unreadable",
                        "/unavailable",
                        "/long",
                        "/own",
                        "/database"));
    }
}
