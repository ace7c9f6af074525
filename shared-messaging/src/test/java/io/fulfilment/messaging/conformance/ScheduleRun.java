package io.fulfilment.messaging.conformance;

import io.fulfilment.messaging.conformance.Fault.Lane;
import io.fulfilment.messaging.conformance.Fault.Ongoing;
import io.fulfilment.messaging.conformance.Schedule.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the faults of a schedule happen, each lane on a thread of its own. */
final class ScheduleRun {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleRun.class);

    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Stage stage;
    private final long start = System.nanoTime();

    private ScheduleRun(Stage stage) {
        this.stage = stage;
    }

    /** Returns when each fault has come and gone, and has shown that it was there; later than planned if some take longer. */
    static void of(Schedule schedule, Stage stage) {
        var run = new ScheduleRun(stage);
        try (var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            Stream.of(Lane.values()).forEach(lane -> running.add(lanes.submit(() -> run.run(schedule.steps(lane)))));
            running.forEach(ScheduleRun::await);
        }
    }

    private Object run(List<Step> steps) throws Exception {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            for (Step step : steps) {
                Instant begun = clock.schedule(() -> Instant.now(), nanosUntil(step.at()), TimeUnit.NANOSECONDS)
                        .get();
                Ongoing fault = step.fault().begin(stage, new SplittableRandom(step.seed()));
                String seen = clock.schedule(fault::end, step.length().toNanos(), TimeUnit.NANOSECONDS)
                        .get();
                stage.befell(step.fault(), new Span(begun, Instant.now()));
                LOG.info("{}: {}", step, seen);
            }
            return steps;
        }
    }

    private long nanosUntil(Duration at) {
        return start + at.toNanos() - System.nanoTime();
    }

    private static void await(Future<?> lane) {
        try {
            lane.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault didn't come or go as it should", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the faults don't come to an end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
