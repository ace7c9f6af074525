package io.fulfilment.payment.gateway;

import org.springframework.http.HttpStatusCode;

/** The gateway answered, but not to the point: nothing is known about the operation. */
class GatewayFault extends RuntimeException {

    GatewayFault(HttpStatusCode status) {
        super("the gateway answered with status " + status.value());
    }
}
