package io.fulfilment.messaging;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Time and ids, for the starter and for the service. */
@AutoConfiguration
class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    IdSource idSource() {
        var generator = Generators.timeBasedEpochGenerator();
        return generator::generate;
    }
}
