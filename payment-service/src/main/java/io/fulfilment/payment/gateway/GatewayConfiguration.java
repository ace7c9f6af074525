package io.fulfilment.payment.gateway;

import io.fulfilment.payment.application.CardGateway;
import io.fulfilment.payment.application.GatewaySettings;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    private static final String NAME = "card-gateway";

    /**
     * Opens when half of the last calls failed. It half-opens by itself: while it is open nothing is resumed, so no call
     * would make it look.
     */
    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(100)
                .minimumNumberOfCalls(40)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(10)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build());
    }

    /** Callers wait for their turn as long as one call may take. */
    @Bean
    BulkheadRegistry bulkheads(GatewaySettings settings) {
        return BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(settings.concurrency())
                .maxWaitDuration(settings.connectTimeout().plus(settings.readTimeout()))
                .build());
    }

    @Bean
    MeterBinder circuitBreakerMetrics(CircuitBreakerRegistry breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }

    @Bean
    MeterBinder bulkheadMetrics(BulkheadRegistry bulkheads) {
        return TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads);
    }

    @Bean
    CardGateway cardGateway(
            GatewaySettings settings,
            ObservationRegistry observations,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads) {
        return new ResilientCardGateway(
                new GatewayHttp(client(settings, observations)),
                breakers.circuitBreaker(NAME),
                bulkheads.bulkhead(NAME));
    }

    /** Not the application's own builder: the gateway may add to its answers what a strict reader would refuse. */
    private static RestClient client(GatewaySettings settings, ObservationRegistry observations) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(settings.readTimeout());
        return RestClient.builder()
                .baseUrl(settings.url().toString())
                .requestFactory(requests)
                .observationRegistry(observations)
                .build();
    }
}
