package io.fulfilment.console.web;

import io.fulfilment.console.lag.Course;
import io.fulfilment.console.lag.GroupLag;
import io.fulfilment.console.lag.LagHistory;
import io.fulfilment.console.lag.LagReport;
import io.fulfilment.console.lag.LagWatch;
import io.fulfilment.console.lag.Moments;
import io.fulfilment.web.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/lag")
class LagEndpoints {

    private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

    private final LagWatch watch;
    private final LagHistory history;
    private final Moments moments;

    LagEndpoints(LagWatch watch, LagHistory history, Moments moments) {
        this.watch = watch;
        this.history = history;
        this.moments = moments;
    }

    /** @param next always null: all groups are in one page */
    record Lag(
            Instant observedAt,
            List<GroupLag> items,
            @Nullable String next) {}

    /** How much of the history is asked for. */
    enum Range {
        MINUTES,
        HOURS
    }

    /** The worst first. A group that isn't there has no items: it may come to be. */
    @GetMapping
    Lag lag(@RequestParam(required = false) @Nullable String group) {
        LagReport report = watch.current()
                .orElseThrow(() ->
                        Problem.unavailable("Kafka does not answer", NEXT_LOOK).asException());
        List<GroupLag> items =
                group == null ? report.groups() : report.group(group).stream().toList();
        return new Lag(report.observedAt(), items, null);
    }

    @GetMapping("/history")
    Course history(@RequestParam String group, @RequestParam(defaultValue = "MINUTES") Range range) {
        return switch (range) {
            case MINUTES -> history.minutesOf(group, moments.now());
            case HOURS -> history.hoursOf(group, moments.now());
        };
    }
}
