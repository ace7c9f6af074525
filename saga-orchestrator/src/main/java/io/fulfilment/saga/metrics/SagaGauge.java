package io.fulfilment.saga.metrics;

import io.fulfilment.saga.application.SagaDefinitions;
import io.fulfilment.saga.engine.Status;
import io.fulfilment.saga.query.SagaViews;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * {@code saga_instances}: sampled, the same from every process. Counting takes longer the more sagas there are, so it is
 * done the less often: for at most a hundredth of the time.
 */
@Component
class SagaGauge implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(SagaGauge.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int RESTRAINT = 100;

    private record Series(String type, Status status) {}

    private final SagaViews sagas;
    private final Map<Series, Long> counts = new ConcurrentHashMap<>();
    private volatile long nextSample = System.nanoTime();

    SagaGauge(SagaViews sagas, SagaDefinitions definitions, MeterRegistry meters) {
        this.sagas = sagas;
        Set<String> types =
                definitions.all().map(definition -> definition.type()).collect(Collectors.toSet());
        for (String type : types) {
            for (Status status : Status.values()) {
                var series = new Series(type, status);
                Gauge.builder("saga.instances", () -> counts.getOrDefault(series, 0L))
                        .description("Sagas by type and status, sampled")
                        .tag("type", type)
                        .tag("status", status.name())
                        .register(meters);
            }
        }
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::sample, PAUSE);
    }

    void sample() {
        long start = System.nanoTime();
        if (start - nextSample >= 0) {
            count();
            long end = System.nanoTime();
            nextSample = end + (end - start) * RESTRAINT;
        }
    }

    private void count() {
        try {
            var sampled = sagas.count().stream()
                    .collect(Collectors.toMap(
                            count -> new Series(count.type(), count.status()), SagaViews.Count::sagas));
            counts.putAll(sampled);
            counts.keySet().retainAll(sampled.keySet());
        } catch (DataAccessException e) {
            LOG.warn("sagas are not counted for now: {}", e.toString());
        }
    }
}
