package io.fulfilment.benchmarks;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.fulfilment.benchmarks.Books.Operation;
import io.fulfilment.benchmarks.Books.Order;
import io.fulfilment.benchmarks.Books.Stock;
import io.fulfilment.benchmarks.Cancellations.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads the books over HTTP, in as few questions as they can be read with. */
final class Bookkeeper {

    private static final int QUESTIONS_AT_ONCE = 8;
    private static final long LOOK_EVERY_NANOS = 200_000_000;

    private final Api api;

    Bookkeeper(Api api) {
        this.api = api;
    }

    Map<String, Stock> stock() {
        var stock = new HashMap<String, Stock>();
        for (JsonNode product : api.list(Api.PRODUCTS, "/products", each -> true)) {
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

    /**
     * A saga ends after its order does: when the customer has been told.
     *
     * @return whether no saga is under way any more, at this time in nanoseconds
     */
    boolean awaitLastMails(long deadline) {
        while (isAny("RUNNING") || isAny("COMPENSATING")) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return true;
    }

    private boolean isAny(String status) {
        return !api.get(Api.SAGAS, "/sagas?pageSize=1&status=" + status)
                .get("items")
                .isEmpty();
    }

    /** @param begin by the clock of this machine, before the first of the orders was placed */
    Books read(
            List<PlacedOrder> placed,
            Map<String, Outcome> cancellations,
            Instant begin,
            Map<String, Stock> before,
            boolean mailLost)
            throws Exception {
        Map<String, JsonNode> found = new HashMap<>();
        since(begin, Api.ORDERS, "/orders", "orderId")
                .forEach(order -> found.put(order.get("orderId").asString(), order));
        Map<String, List<String>> payments =
                byOrder(since(begin, Api.PAYMENTS, "/payments", "paymentId"), payment -> text(payment, "status"));
        Map<String, List<String>> sagas = byOrder(
                since(begin, Api.SAGAS, "/sagas", "sagaId"), saga -> text(saga, "type") + " " + text(saga, "status"));
        Map<String, Integer> mails = mails(placed);
        Map<String, List<String>> told = told(placed);
        var orders = new HashMap<String, Order>();
        found.forEach((id, order) -> orders.put(
                id,
                new Order(
                        order.get("status").asString(),
                        order.get("reason").isNull() ? "" : order.get("reason").asString(),
                        new BigDecimal(order.get("total").get("amount").asString()),
                        payments.getOrDefault(id, List.of()),
                        sagas.getOrDefault(id, List.of()),
                        told.getOrDefault(id, List.of()),
                        mails.getOrDefault(id, 0))));
        Set<String> placedIds = placed.stream().map(PlacedOrder::orderId).collect(toSet());
        return new Books(placed, cancellations, orders, ledger(placedIds, begin), before, stock(), mailLost);
    }

    /** The list's newest, as it is in their order: their ids, UUIDs of version 7, begin with the time of their making. */
    private List<JsonNode> since(Instant begin, int port, String path, String id) {
        return api.list(
                port,
                path,
                item -> UUID.fromString(item.get(id).asString()).getMostSignificantBits() >>> 16
                        >= begin.toEpochMilli());
    }

    private static Map<String, List<String>> byOrder(List<JsonNode> items, Function<JsonNode, String> what) {
        return items.stream()
                .sorted(comparing(what))
                .collect(groupingBy(item -> text(item, "orderId"), mapping(what, toList())));
    }

    private static String text(JsonNode item, String property) {
        return item.get(property).asString();
    }

    /** How many mails each order's customer got. The inbox has no list that could be read in pages. */
    private Map<String, Integer> mails(List<PlacedOrder> placed) throws Exception {
        return ofEach(
                placed,
                order -> api.get(Api.MAIL, "/messages?to=" + order.plan().email())
                        .get("items")
                        .size());
    }

    /** What each order's customer was to be told, whether or not she can be reached. */
    private Map<String, List<String>> told(List<PlacedOrder> placed) throws Exception {
        return ofEach(
                placed,
                order -> api.get(Api.NOTIFICATIONS, "/notifications?orderId=" + order.orderId())
                        .get("items")
                        .valueStream()
                        .map(notification -> text(notification, "kind"))
                        .sorted()
                        .toList());
    }

    private static <T> Map<String, T> ofEach(List<PlacedOrder> placed, Function<PlacedOrder, T> question)
            throws Exception {
        Map<String, T> answers = new ConcurrentHashMap<>();
        try (var threads = Executors.newFixedThreadPool(QUESTIONS_AT_ONCE)) {
            var reading = new ArrayList<Future<?>>();
            for (PlacedOrder order : placed) {
                reading.add(threads.submit(() -> answers.put(order.orderId(), question.apply(order))));
            }
            for (Future<?> each : reading) {
                each.get();
            }
        }
        return answers;
    }

    /** What the gateway performed for these orders, and for any other since then. */
    Map<String, List<Operation>> ledger(Set<String> orders, Instant begin) {
        var ledger = new HashMap<String, List<Operation>>();
        api.forEachItem(Api.GATEWAY, "/ledger", item -> {
            String orderId = item.get("orderId").asString();
            if (orders.contains(orderId)
                    || !Instant.parse(item.get("at").asString()).isBefore(begin)) {
                ledger.computeIfAbsent(orderId, id -> new ArrayList<>()).add(operation(item));
            }
        });
        return ledger;
    }

    private static Operation operation(JsonNode item) {
        return new Operation(
                item.get("idempotencyKey").asString(),
                item.get("operation").asString(),
                item.get("status").asString(),
                new BigDecimal(item.get("amount").get("amount").asString()));
    }
}
