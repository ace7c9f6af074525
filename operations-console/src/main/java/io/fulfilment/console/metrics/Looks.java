package io.fulfilment.console.metrics;

import io.fulfilment.console.lag.KafkaAway;
import io.fulfilment.console.lag.LagSettings;
import io.fulfilment.console.lag.LagWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Has somebody look again and again, and shows what was seen as metrics. */
@Component
class Looks implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);

    private final LagWatch watch;
    private final LagSettings settings;
    private final LagMetrics metrics;
    private final MeterRegistry registry;
    private boolean away;

    Looks(LagWatch watch, LagSettings settings, LagMetrics metrics, MeterRegistry registry) {
        this.watch = watch;
        this.settings = settings;
        this.metrics = metrics;
        this.registry = registry;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::look, settings.interval());
    }

    void look() {
        var timer = Timer.start(registry);
        boolean seen = see();
        timer.stop(registry.timer("kafka.lag.looks", "outcome", seen ? "success" : "failure"));
        metrics.show(watch.current());
    }

    /** Says once that Kafka is away, and once that it is back. */
    private boolean see() {
        try {
            watch.look();
            if (away) {
                LOG.info("Kafka answers again");
            }
            away = false;
        } catch (KafkaAway e) {
            if (!away) {
                LOG.warn("Lag is not known: {}", e.getMessage());
            }
            away = true;
        }
        return !away;
    }
}
