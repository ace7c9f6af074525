package io.fulfilment.archive.web;

import io.fulfilment.archive.query.ArchivedEvent;
import io.fulfilment.archive.query.ArchivedEvents;
import io.fulfilment.archive.query.EventFilter;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that was archived. */
@RestController
class EventController {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final ArchivedEvents events;

    EventController(ArchivedEvents events) {
        this.events = events;
    }

    /** In the order of archiving; {@code type} with its version, times from and including to but not including. */
    @GetMapping(path = "/events", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ArchivedEvent> events(
            @RequestParam @Nullable String topic,
            @RequestParam @Nullable String type,
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable UUID correlationId,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            PageQuery query) {
        var filter = new EventFilter(topic, type, subject, correlationId, storable("from", from), storable("to", to));
        if (from != null && to != null && from.isAfter(to)) {
            throw invalid("to", "must not be before from");
        }
        long after = query.after() == null ? 0 : query.after().number(0);
        var found = events.page(filter, after, query.limit());
        return Page.of(found, query, event -> Cursor.of(event.position()));
    }

    private static @Nullable Instant storable(String name, @Nullable Instant time) {
        if (time != null && (time.isBefore(EARLIEST) || time.isAfter(LATEST))) {
            throw invalid(name, "must be between the years 1 and 9999");
        }
        return time;
    }

    private static ProblemException invalid(String parameter, String detail) {
        return Problem.invalid(Fault.ofParameter(parameter, detail)).asException();
    }
}
