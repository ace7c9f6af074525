package io.fulfilment.saga.diagram;

import io.fulfilment.saga.engine.SagaConversation;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.fulfilment.OrderSagas;
import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.SagaView;
import io.fulfilment.saga.query.Stories;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Diagrams of every saga, and of some that are under way or have ended. */
final class Pictures {

    private Pictures() {}

    static List<SagaDescription> sagas() {
        return OrderSagas.ALL.stream().map(Pictures::described).toList();
    }

    static Map<String, Diagram> all() {
        var all = new LinkedHashMap<String, Diagram>();
        sagas().forEach(saga -> all.put(saga.type() + "-" + saga.version(), Diagram.of(saga)));
        all.put("waiting", of(Stories.waitingForStock()));
        all.put("parked", of(Stories.parkedAtCapture()));
        all.put("together", of(Stories.closing()));
        all.put("completed", of(Stories.completed()));
        all.put("declined", of(Stories.declined()));
        all.put("cancelled", of(Stories.cancelled()));
        all.put("cancellation", of(Stories.cancellation()));
        return all;
    }

    static Diagram named(String name) {
        return Objects.requireNonNull(all().get(name));
    }

    private static SagaDescription described(SagaDefinition<?> definition) {
        return SagaDescription.of(definition);
    }

    private static <D> Diagram of(SagaConversation<D> story) {
        var order = new UUID(0, 1);
        return Diagram.of(
                SagaDescription.of(story.definition()),
                SagaView.of(story.definition(), story.saga(), order, 1, story.lines()));
    }
}
