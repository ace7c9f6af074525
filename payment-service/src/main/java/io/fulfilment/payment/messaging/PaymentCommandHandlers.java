package io.fulfilment.payment.messaging;

import io.fulfilment.events.payment.PaymentCommand.AuthorizePayment;
import io.fulfilment.events.payment.PaymentCommand.CapturePayment;
import io.fulfilment.events.payment.PaymentCommand.RefundPayment;
import io.fulfilment.events.payment.PaymentCommand.VoidPayment;
import io.fulfilment.events.payment.PaymentEvent;
import io.fulfilment.events.payment.PaymentReply;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Publishes;
import io.fulfilment.payment.application.ObeyPaymentCommands;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentCommandHandlers {

    @Bean
    MessageHandlers paymentCommands(ObeyPaymentCommands payments) {
        return MessageHandlers.with()
                .batch(AuthorizePayment.class, payments::authorize)
                .batch(CapturePayment.class, payments::capture)
                .batch(VoidPayment.class, payments::undo)
                .batch(RefundPayment.class, payments::refund)
                .build();
    }

    @Bean
    Publishes publishes() {
        return Publishes.of(PaymentEvent.class, PaymentReply.class);
    }
}
