package io.fulfilment.order.persistence;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.domain.Order;
import io.fulfilment.order.domain.Orders;
import io.fulfilment.order.domain.UnknownOrder;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.springframework.stereotype.Repository;

@Repository
class JpaOrders implements Orders {

    private final EntityManager entities;

    JpaOrders(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(Order order) {
        entities.persist(order);
    }

    @Override
    public Map<OrderId, Order> withIds(Collection<OrderId> ids) {
        var wanted = new LinkedHashSet<>(ids);
        Map<OrderId, Order> found = find(wanted).stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Order::id, Function.identity()));
        wanted.removeAll(found.keySet());
        if (!wanted.isEmpty()) {
            throw new UnknownOrder(wanted);
        }
        return found;
    }

    @Override
    public void store() {
        entities.flush();
    }

    /**
     * Locks the rows. Were it left to the versions to find a conflict, one customer's request would undo the whole batch that
     * her order is decided in.
     */
    private List<Order> find(Collection<OrderId> ids) {
        return entities.unwrap(Session.class)
                .findMultiple(Order.class, ids.stream().map(OrderId::value).toList(), LockMode.PESSIMISTIC_WRITE);
    }
}
