package io.fulfilment.messaging;

import com.fasterxml.uuid.Generators;
import io.fulfilment.messaging.trace.MessageSpans;
import io.micrometer.tracing.Tracer;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/** Time, ids and spans, for the starter and for the service. */
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

    @Bean
    MessageSpans messageSpans(ObjectProvider<Tracer> tracers) {
        return new MessageSpans(SingletonSupplier.ofNullable(tracers::getIfAvailable));
    }

    @Bean
    CauseContext causeContext(MessageSpans spans) {
        return new CauseContext(spans);
    }
}
