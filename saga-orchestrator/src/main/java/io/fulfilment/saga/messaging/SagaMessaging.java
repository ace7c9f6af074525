package io.fulfilment.saga.messaging;

import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.saga.application.AdvancingSagas;
import io.fulfilment.saga.application.SagaDefinitions;
import io.fulfilment.saga.application.StartingFulfilment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which replies to listen to follows from the definitions. */
@Configuration(proxyBeanMethods = false)
class SagaMessaging {

    @Bean
    MessageHandlers sagaMessages(SagaDefinitions definitions, StartingFulfilment starting, AdvancingSagas advancing) {
        var handlers = MessageHandlers.with().batch(OrderPlaced.class, starting::handle);
        definitions
                .all()
                .flatMap(definition -> definition.allSteps())
                .flatMap(step -> step.exchange().meanings().keySet().stream())
                .distinct()
                .forEach(reply -> advance(handlers, reply.asSubclass(SagaReply.class), advancing));
        return handlers.build();
    }

    private static <R extends SagaReply> void advance(
            MessageHandlers.Builder handlers, Class<R> reply, AdvancingSagas advancing) {
        handlers.batch(reply, advancing::handle);
    }
}
