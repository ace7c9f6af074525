package io.fulfilment.saga.timers;

import io.fulfilment.saga.application.FiringTimers;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** A batch that fails is taken apart, so that one saga's fault doesn't keep the others waiting. */
@Component
class TimerPoller implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(TimerPoller.class);

    private final FiringTimers timers;
    private final TimerSettings settings;

    TimerPoller(FiringTimers timers, TimerSettings settings) {
        this.timers = timers;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::poll, settings.poll());
    }

    /** A full batch that comes again as it was is in another process's hands: it is left until the next look. */
    void poll() {
        try {
            var due = timers.due(settings.batch());
            List<UUID> before = List.of();
            while (!due.isEmpty() && !due.equals(before)) {
                fire(due);
                before = due;
                due = due.size() == settings.batch() ? timers.due(settings.batch()) : List.of();
            }
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException | TransactionException e) {
            LOG.warn("timers wait for the database: {}", e.toString());
        }
    }

    private void fire(List<UUID> due) {
        try {
            timers.fire(due);
        } catch (TransientDataAccessException | NonTransientDataAccessResourceException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("the timers of {} sagas did not fire together, trying one by one: {}", due.size(), e.toString());
            due.forEach(this::fireAlone);
        }
    }

    private void fireAlone(UUID saga) {
        try {
            timers.fire(List.of(saga));
        } catch (RuntimeException e) {
            LOG.error("the timer of saga {} did not fire, and is postponed", saga, e);
            timers.postpone(saga);
        }
    }
}
