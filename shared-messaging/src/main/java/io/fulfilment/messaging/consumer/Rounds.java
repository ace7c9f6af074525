package io.fulfilment.messaging.consumer;

import io.fulfilment.events.TypeName;
import io.fulfilment.messaging.Received;
import io.fulfilment.messaging.codec.Incoming.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Orders a batch so that handlers get many messages at once, and yet each key keeps its order: the n-th round has the
 * n-th message of each key, by type.
 */
final class Rounds {

    private final List<Map<TypeName, List<Received<?>>>> rounds = new ArrayList<>();

    private Rounds() {}

    static Rounds of(Collection<Readable> messages) {
        var result = new Rounds();
        var seen = new HashMap<MessageKey, Integer>();
        for (Readable message : messages) {
            result.add(seen.merge(MessageKey.of(message), 1, Integer::sum) - 1, message);
        }
        return result;
    }

    private void add(int round, Readable message) {
        if (round == rounds.size()) {
            rounds.add(new LinkedHashMap<>());
        }
        rounds.get(round)
                .computeIfAbsent(message.type(), type -> new ArrayList<>())
                .add(message.received());
    }

    void forEach(BiConsumer<TypeName, List<Received<?>>> action) {
        rounds.forEach(round -> round.forEach(action));
    }
}
