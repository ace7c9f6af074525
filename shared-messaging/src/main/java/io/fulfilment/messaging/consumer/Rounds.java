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
import java.util.function.Function;

/**
 * Orders a batch so that handlers get many messages at once, and yet each key keeps its order: the n-th round has the
 * n-th message of each key, by what handles it.
 */
final class Rounds<A> {

    private final List<Map<A, List<Received<?>>>> rounds = new ArrayList<>();

    private Rounds() {}

    /** @param actionOf what handles a type */
    static <A> Rounds<A> of(Collection<Readable> messages, Function<TypeName, A> actionOf) {
        var result = new Rounds<A>();
        var seen = new HashMap<MessageKey, Integer>();
        for (Readable message : messages) {
            int round = seen.merge(MessageKey.of(message), 1, Integer::sum) - 1;
            result.add(round, actionOf.apply(message.type()), message.received());
        }
        return result;
    }

    private void add(int round, A action, Received<?> message) {
        if (round == rounds.size()) {
            rounds.add(new LinkedHashMap<>());
        }
        rounds.get(round).computeIfAbsent(action, _ -> new ArrayList<>()).add(message);
    }

    void forEach(BiConsumer<A, List<Received<?>>> handling) {
        rounds.forEach(round -> round.forEach(handling));
    }
}
