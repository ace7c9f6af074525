package io.fulfilment.messaging.outbox;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.Publishes;
import io.fulfilment.messaging.codec.MessageJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Encodes what may be sent, and refuses what may not. */
final class Bodies {

    private final MessageJson json;
    private final OutboxSettings settings;
    private final Supplier<List<Publishes>> declared;

    /** @param declared what the service says that it sends; empty if it doesn't say, and may send everything */
    Bodies(MessageJson json, OutboxSettings settings, Supplier<List<Publishes>> declared) {
        this.json = json;
        this.settings = settings;
        this.declared = declared;
    }

    /** @throws IllegalArgumentException if it can't be sent */
    byte[] of(Message message) {
        var type = TypeName.of(message.getClass());
        if (!isDeclared(message)) {
            throw new IllegalArgumentException(type + " is not among what the service publishes");
        }
        byte[] body = json.write(message);
        if (!settings.fits(body.length + message.subject().getBytes(StandardCharsets.UTF_8).length)) {
            throw new IllegalArgumentException(
                    type + " of " + body.length + " bytes is larger than a record may be: " + settings.maxRecordSize());
        }
        return body;
    }

    private boolean isDeclared(Message message) {
        List<Publishes> all = declared.get();
        return all.isEmpty() || all.stream().anyMatch(each -> each.types().contains(message.getClass()));
    }
}
