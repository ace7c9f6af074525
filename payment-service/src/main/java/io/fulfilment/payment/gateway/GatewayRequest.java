package io.fulfilment.payment.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.application.GatewayCall;
import io.fulfilment.payment.domain.Operation;
import org.jspecify.annotations.Nullable;

/** The body of a request to the gateway. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GatewayRequest(
        OrderId orderId,
        Operation operation,
        Money amount,
        @Nullable String token) {

    static GatewayRequest of(GatewayCall call) {
        return new GatewayRequest(call.orderId(), call.operation(), call.amount(), call.token());
    }

    @Override
    public String toString() {
        return "GatewayRequest[" + orderId + ", " + operation + "]";
    }
}
