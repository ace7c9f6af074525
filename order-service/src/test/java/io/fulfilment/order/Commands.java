package io.fulfilment.order;

import io.fulfilment.events.TypeName;
import io.fulfilment.events.order.OrderCommand;
import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Received;
import java.time.Instant;
import java.util.UUID;

/** Commands as they come out of their envelopes. */
public final class Commands {

    private Commands() {}

    public static Received<OrderCommand> received(OrderCommand command) {
        UUID id = UUID.randomUUID();
        return new Received<>(
                command,
                new Envelope(
                        id,
                        TypeName.of(command.getClass()),
                        "/test",
                        command.subject(),
                        1,
                        Instant.now(),
                        id,
                        null,
                        null,
                        "test",
                        0,
                        0));
    }
}
