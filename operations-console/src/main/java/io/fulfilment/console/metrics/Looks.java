package io.fulfilment.console.metrics;

import io.fulfilment.console.lag.KafkaAway;
import io.fulfilment.console.lag.LagSettings;
import io.fulfilment.console.lag.LagWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Class<?> trouble;

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
        boolean seen = false;
        try {
            seen = see();
        } finally {
            timer.stop(registry.timer("kafka.lag.looks", "outcome", seen ? "success" : "failure"));
            metrics.show(watch.current());
        }
    }

    /** Says once that lag isn't known, and once that it is again. */
    private boolean see() {
        try {
            watch.look();
        } catch (RuntimeException e) {
            if (!e.getClass().equals(trouble)) {
                report(e);
            }
            trouble = e.getClass();
            return false;
        }
        if (trouble != null) {
            LOG.info("Lag is known again");
        }
        trouble = null;
        return true;
    }

    private static void report(RuntimeException thrown) {
        if (thrown instanceof KafkaAway) {
            LOG.warn("Lag is not known: {}", thrown.getMessage());
        } else {
            LOG.error("A look at consumer groups failed", thrown);
        }
    }
}
