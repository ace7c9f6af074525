package io.fulfilment.order.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.order.application.OrderFact;
import io.fulfilment.order.domain.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order's change of status.
 *
 * @param version what the order's version became with it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StatusChange(OrderStatus status, @Nullable RejectionReason reason, long version, Instant at) {

    static StatusChange of(OrderFact fact) {
        return new StatusChange(fact.status(), fact.reason(), fact.version(), fact.at());
    }
}
