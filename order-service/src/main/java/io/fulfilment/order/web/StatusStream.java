package io.fulfilment.order.web;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.query.OrderViews;
import io.fulfilment.order.query.OrderWatch;
import io.fulfilment.order.query.StatusChange;
import io.fulfilment.order.query.Watcher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells every change of an order's status as a server-sent event, until the last. Blocks its virtual thread, holds no
 * connection to the database while nothing happens.
 */
@Component
class StatusStream {

    private static final Logger LOG = LoggerFactory.getLogger(StatusStream.class);

    /** Often enough for proxies to keep a silent connection, and to notice a client that left. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final OrderViews views;
    private final OrderWatch watch;
    private final JsonMapper json;

    StatusStream(OrderViews views, OrderWatch watch, JsonMapper json) {
        this.views = views;
        this.watch = watch;
        this.json = json;
    }

    /** Returns when there is nothing more to tell, or nobody to tell it to. */
    void write(OrderId order, long afterVersion, OutputStream client) {
        try {
            tell(order, afterVersion, client);
        } catch (IOException e) {
            LOG.debug("the client of a stream left", e);
        }
    }

    private void tell(OrderId order, long afterVersion, OutputStream client) throws IOException {
        long told = afterVersion;
        // Who has nothing to be told yet learns that it is connected.
        client.flush();
        try (var watcher = watch.watch(order, any -> true)) {
            while (!watch.isClosed()) {
                StatusChange latest = null;
                for (StatusChange change : views.changes(order, told)) {
                    send(change, client);
                    told = change.version();
                    latest = change;
                }
                // Only of the latest: what was completed may have been cancelled since.
                if (latest != null && latest.status().isFinal()) {
                    return;
                }
                if (!changed(watcher)) {
                    send(": nothing new\n\n", client);
                }
            }
        }
    }

    private void send(StatusChange change, OutputStream client) throws IOException {
        send("id: " + change.version() + "\nevent: status\ndata: " + json.writeValueAsString(change) + "\n\n", client);
    }

    private static void send(String text, OutputStream client) throws IOException {
        client.write(text.getBytes(StandardCharsets.UTF_8));
        client.flush();
    }

    private static boolean changed(Watcher watcher) throws IOException {
        try {
            return watcher.await(SILENCE);
        } catch (InterruptedException goingDown) {
            Thread.currentThread().interrupt();
            throw new IOException("the server goes down", goingDown);
        }
    }
}
