package io.fulfilment.saga.messaging;

import io.fulfilment.events.Message;
import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.events.notification.NotificationCommand;
import io.fulfilment.events.order.OrderCommand;
import io.fulfilment.events.order.OrderEvent.OrderCancellationRequested;
import io.fulfilment.events.order.OrderEvent.OrderOutOfBalance;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.payment.PaymentCommand;
import io.fulfilment.events.saga.SagaEvent;
import io.fulfilment.messaging.Answers;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Publishes;
import io.fulfilment.saga.application.AdvancingSagas;
import io.fulfilment.saga.application.SagaDefinitions;
import io.fulfilment.saga.application.StartingFulfilment;
import io.fulfilment.saga.engine.Exchange;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which replies to listen to follows from the definitions. However mixed they come, they are handled together. */
@Configuration(proxyBeanMethods = false)
class SagaMessaging {

    @Bean
    MessageHandlers sagaMessages(SagaDefinitions definitions, StartingFulfilment starting, AdvancingSagas advancing) {
        return MessageHandlers.with()
                .batch(OrderPlaced.class, starting::handle)
                .batch(heard(definitions), advancing::handle)
                .build();
    }

    @Bean
    Publishes publishes() {
        return Publishes.of(
                OrderCommand.class,
                InventoryCommand.class,
                PaymentCommand.class,
                NotificationCommand.class,
                SagaEvent.class);
    }

    @Bean
    Answers answers(SagaDefinitions definitions) {
        return exchanges(definitions)
                .map(exchange -> new Answers(
                        Map.of(exchange.asking().type(), exchange.meanings().keySet())))
                .reduce(new Answers(Map.of()), Answers::and);
    }

    private static Set<Class<? extends Message>> heard(SagaDefinitions definitions) {
        var replies = exchanges(definitions).flatMap(exchange -> exchange.meanings().keySet().stream());
        return Stream.concat(replies, Stream.of(OrderCancellationRequested.class, OrderOutOfBalance.class))
                .collect(Collectors.toSet());
    }

    private static Stream<Exchange<?, ?>> exchanges(SagaDefinitions definitions) {
        return definitions.all().flatMap(definition -> definition.allSteps()).map(step -> step.exchange());
    }
}
