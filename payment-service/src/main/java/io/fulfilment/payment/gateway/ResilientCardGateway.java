package io.fulfilment.payment.gateway;

import io.fulfilment.payment.application.CardGateway;
import io.fulfilment.payment.application.GatewayAnswer;
import io.fulfilment.payment.application.GatewayAnswer.Unknown;
import io.fulfilment.payment.application.GatewayCall;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the gateway, and where it stays unclear whether an operation was performed, looks it up by its key. An operation
 * is repeated only after a look-up that did not find it, and always with the same key.
 */
class ResilientCardGateway implements CardGateway {

    private static final Logger log = LoggerFactory.getLogger(ResilientCardGateway.class);

    private final GatewayHttp http;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    ResilientCardGateway(GatewayHttp http, CircuitBreaker breaker, Bulkhead bulkhead) {
        this.http = http;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    @Override
    public boolean isOpen() {
        return breaker.getState() != CircuitBreaker.State.OPEN;
    }

    @Override
    public GatewayAnswer perform(GatewayCall call) {
        try {
            return bulkhead.executeSupplier(() -> call.attempts() == 0 ? first(call) : again(call));
        } catch (BulkheadFullException _) {
            return new Unknown("too many calls are out");
        }
    }

    private GatewayAnswer first(GatewayCall call) {
        GatewayAnswer answer = ask(call);
        return answer instanceof Unknown ? lookUp(call).orElse(answer) : answer;
    }

    private GatewayAnswer again(GatewayCall call) {
        return lookUp(call).orElseGet(() -> ask(call));
    }

    private GatewayAnswer ask(GatewayCall call) {
        try {
            return logged(call, breaker.executeSupplier(() -> http.perform(call)));
        } catch (RuntimeException e) {
            return unknown(call, e);
        }
    }

    private Optional<GatewayAnswer> lookUp(GatewayCall call) {
        try {
            return breaker.executeSupplier(() -> http.lookUp(call)).map(answer -> logged(call, answer));
        } catch (RuntimeException e) {
            return Optional.of(unknown(call, e));
        }
    }

    /** Whatever went wrong, the operation may have been performed. */
    private static Unknown unknown(GatewayCall call, RuntimeException fault) {
        var unknown = new Unknown(OneLine.of(String.valueOf(fault.getMessage())));
        return fault instanceof CallNotPermittedException ? unknown : logged(call, unknown);
    }

    private static <A extends GatewayAnswer> A logged(GatewayCall call, A answer) {
        if (answer instanceof Unknown unknown) {
            log.warn("Outcome of {} unknown: {}", call.idempotencyKey(), unknown.reason());
        }
        return answer;
    }
}
