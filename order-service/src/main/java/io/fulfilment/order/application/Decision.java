package io.fulfilment.order.application;

import io.fulfilment.events.order.OrderEvent.StatusEvent;
import io.fulfilment.events.order.OrderReply;
import java.util.Optional;

/**
 * What an order makes of a command.
 *
 * @param fact what came about; empty if it had before, or was refused
 */
record Decision(Optional<? extends StatusEvent> fact, OrderReply reply) {}
