package io.fulfilment.order.application;

import java.util.List;

/**
 * What a transaction of this service stated about orders. Published within the transaction: who listens may take part in
 * it, or wait for its commit.
 */
public record OrderFacts(List<OrderFact> facts) {

    public OrderFacts {
        facts = List.copyOf(facts);
    }
}
