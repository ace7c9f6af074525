package io.fulfilment.archive.web;

import io.fulfilment.archive.query.ArchivedEvent;
import io.fulfilment.archive.query.ArchivedEvents;
import io.fulfilment.archive.query.Stream;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.problem.Problem;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The facts that one service stated about one subject. */
@RestController
class StreamController {

    private final ArchivedEvents events;

    StreamController(ArchivedEvents events) {
        this.events = events;
    }

    /**
     * In their sequence. The type is {@code order}, {@code payment}, {@code inventory}, {@code notification} or {@code
     * saga}, by the order's id, or {@code product}, by the SKU.
     */
    @GetMapping(path = "/streams/{type}/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ArchivedEvent> stream(@PathVariable String type, @PathVariable String id, PageQuery query) {
        var stream = Stream.of(type, id).orElseThrow(() -> Problem.notFound().asException());
        long after = query.after() == null ? 0 : query.after().number(0);
        var found = events.stream(stream, after, query.limit());
        if (found.isEmpty() && after == 0) {
            throw Problem.notFound().asException();
        }
        return Page.of(found, query, event -> Cursor.of(Objects.requireNonNull(event.sequence())));
    }
}
