package io.fulfilment.notification.messaging;

import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.notification.NotificationEvent;
import io.fulfilment.events.notification.NotificationReply;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Publishes;
import io.fulfilment.notification.application.NotifyCustomers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NotificationCommandHandlers {

    @Bean
    MessageHandlers notificationCommands(NotifyCustomers customers) {
        return MessageHandlers.with()
                .batch(NotifyCustomer.class, customers::handle)
                .build();
    }

    @Bean
    Publishes publishes() {
        return Publishes.of(NotificationEvent.class, NotificationReply.class);
    }
}
