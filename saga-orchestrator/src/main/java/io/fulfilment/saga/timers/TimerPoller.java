package io.fulfilment.saga.timers;

import io.fulfilment.saga.application.FiringTimers;
import io.fulfilment.saga.work.SagaThread;
import io.fulfilment.saga.work.Together;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fires the timers that are due, a batch at a time. */
@Configuration(proxyBeanMethods = false)
class TimerPoller {

    private static final Logger LOG = LoggerFactory.getLogger(TimerPoller.class);

    private final FiringTimers timers;
    private final TimerSettings settings;

    TimerPoller(FiringTimers timers, TimerSettings settings) {
        this.timers = timers;
        this.settings = settings;
    }

    @Bean
    SagaThread timerThread() {
        return new SagaThread("saga-timers", this::poll);
    }

    /** A full batch that comes again as it was is in another process's hands: it is left until the next look. */
    Duration poll() {
        var due = timers.due(settings.batch());
        List<UUID> before = List.of();
        while (!due.isEmpty() && !due.equals(before)) {
            Together.work(due, timers::fire, this::failed);
            before = due;
            due = due.size() == settings.batch() ? timers.due(settings.batch()) : List.of();
        }
        return settings.poll();
    }

    private void failed(UUID saga, RuntimeException fault) {
        LOG.error("the timer of saga {} did not fire, and is postponed", saga, fault);
        timers.postpone(saga);
    }
}
