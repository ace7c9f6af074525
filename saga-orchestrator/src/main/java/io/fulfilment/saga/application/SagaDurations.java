package io.fulfilment.saga.application;

import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaInstance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** {@code saga_duration_seconds}: from the start to the end, of sagas whose end is committed. */
@Component
class SagaDurations {

    private static final String COMPLETED = "COMPLETED";
    private static final String COMPENSATED = "COMPENSATED";

    private final MeterRegistry meters;

    /** All are there from the start, so that the first of a kind is seen as an increase. */
    SagaDurations(MeterRegistry meters, SagaDefinitions definitions) {
        this.meters = meters;
        definitions.all().forEach(definition -> {
            timer(definition.type(), COMPLETED);
            timer(definition.type(), COMPENSATED);
        });
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
                    ended.forEach(SagaDurations.this::record);
                }
            });
        }
    }

    private void record(SagaInstance<?> saga) {
        var began = saga.runs().getFirst().startedAt();
        var ended = saga.runs().stream()
                .map(Run::endedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(began);
        timer(saga.type(), saga.failure() == null ? COMPLETED : COMPENSATED).record(Duration.between(began, ended));
    }

    private Timer timer(String type, String status) {
        return Timer.builder("saga.duration")
                .description("From the start of a saga to its end")
                .tag("type", type)
                .tag("status", status)
                .publishPercentileHistogram()
                .register(meters);
    }
}
