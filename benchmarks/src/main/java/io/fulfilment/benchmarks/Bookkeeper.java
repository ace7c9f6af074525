package io.fulfilment.benchmarks;

import io.fulfilment.benchmarks.Books.Operation;
import io.fulfilment.benchmarks.Books.Order;
import io.fulfilment.benchmarks.Books.Stock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** Reads the books over HTTP. */
final class Bookkeeper {

    private static final int QUESTIONS_AT_ONCE = 8;

    private final Api api;

    Bookkeeper(Api api) {
        this.api = api;
    }

    Map<String, Stock> stock() {
        var stock = new HashMap<String, Stock>();
        for (JsonNode product : api.all(Api.PRODUCTS, "/products")) {
            JsonNode levels = product.get("stock");
            stock.put(
                    product.get("sku").asString(),
                    new Stock(
                            levels.get("available").asLong(),
                            levels.get("reserved").asLong(),
                            levels.get("shipped").asLong()));
        }
        return stock;
    }

    Books read(List<PlacedOrder> placed, Map<String, Stock> before, boolean mailLost) throws Exception {
        Map<String, Order> orders = new ConcurrentHashMap<>();
        try (var threads = Executors.newFixedThreadPool(QUESTIONS_AT_ONCE)) {
            var reading = new ArrayList<Future<?>>();
            placed.forEach(each -> reading.add(threads.submit(() -> orders.put(each.orderId(), order(each)))));
            for (Future<?> each : reading) {
                each.get();
            }
        }
        return new Books(placed, orders, ledger(), before, stock(), mailLost);
    }

    private Order order(PlacedOrder placed) {
        String id = placed.orderId();
        JsonNode order = api.get(Api.ORDERS, "/orders/" + id);
        return new Order(
                order.get("status").asString(),
                order.get("reason").isNull() ? "" : order.get("reason").asString(),
                new BigDecimal(order.get("total").get("amount").asString()),
                statuses(Api.PAYMENTS, "/payments?orderId=" + id),
                statuses(Api.SAGAS, "/sagas?orderId=" + id),
                api.get(Api.MAIL, "/messages?to=" + placed.plan().email())
                        .get("items")
                        .size());
    }

    private List<String> statuses(int port, String path) {
        return api.all(port, path).stream()
                .map(item -> item.get("status").asString())
                .toList();
    }

    private Map<String, List<Operation>> ledger() {
        var ledger = new HashMap<String, List<Operation>>();
        for (JsonNode item : api.get(Api.GATEWAY, "/ledger").get("items")) {
            ledger.computeIfAbsent(item.get("orderId").asString(), id -> new ArrayList<>())
                    .add(new Operation(
                            item.get("idempotencyKey").asString(),
                            item.get("operation").asString(),
                            item.get("status").asString(),
                            new BigDecimal(item.get("amount").get("amount").asString())));
        }
        return ledger;
    }
}
