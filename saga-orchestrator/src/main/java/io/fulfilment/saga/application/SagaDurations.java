package io.fulfilment.saga.application;

import io.fulfilment.saga.engine.SagaInstance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** {@code saga_duration_seconds}: from the start to the end, of sagas whose end is committed. */
@Component
class SagaDurations {

    private final MeterRegistry meters;
    private final Clock clock;

    SagaDurations(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void record(Collection<SagaWork<?>> works) {
        var ended = works.stream()
                .filter(SagaWork::hasEnded)
                .<SagaInstance<?>>map(SagaWork::instance)
                .toList();
        if (!ended.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    ended.forEach(saga -> record(saga, clock.instant()));
                }
            });
        }
    }

    private void record(SagaInstance<?> saga, Instant now) {
        var began = saga.runs().getFirst().startedAt();
        Timer.builder("saga.duration")
                .description("From the start of a saga to its end")
                .tag("type", saga.type())
                .tag("status", saga.status().name())
                .publishPercentileHistogram()
                .register(meters)
                .record(Duration.between(began, now));
    }
}
