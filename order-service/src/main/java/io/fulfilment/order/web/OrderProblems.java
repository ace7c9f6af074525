package io.fulfilment.order.web;

import io.fulfilment.order.application.IdempotencyRefused;
import io.fulfilment.order.domain.CancellationRefused;
import io.fulfilment.order.domain.OrderRefused;
import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import java.time.Duration;
import java.util.stream.IntStream;

/** What stands against an order, in the client's terms. */
final class OrderProblems {

    static final ProblemType IDEMPOTENCY_KEY_MISSING =
            new ProblemType("idempotency-key-missing", 400, "An Idempotency-Key is needed");
    private static final ProblemType IDEMPOTENCY_IN_PROGRESS =
            new ProblemType("idempotency-in-progress", 409, "The first request with this key is being handled");
    private static final ProblemType IDEMPOTENCY_KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "The key belongs to a request with another content");
    private static final ProblemType UNKNOWN_SKU = new ProblemType("unknown-sku", 422, "A product can't be ordered");

    private static final ProblemType ORDER_NOT_CANCELLABLE =
            new ProblemType("order-not-cancellable", 409, "The order can't be cancelled any more");

    private OrderProblems() {}

    static Problem of(IdempotencyRefused refusal) {
        return switch (refusal) {
            case IdempotencyRefused.InProgress it ->
                Problem.of(IDEMPOTENCY_IN_PROGRESS, it.explanation()).retryAfter(Duration.ofSeconds(1));
            case IdempotencyRefused.KeyReused it -> Problem.of(IDEMPOTENCY_KEY_REUSED, it.explanation());
        };
    }

    static Problem of(CancellationRefused refusal) {
        return Problem.of(ORDER_NOT_CANCELLABLE, refusal.explanation());
    }

    static Problem of(OrderRefused refusal, PlaceOrderRequest request) {
        return switch (refusal) {
            case OrderRefused.UnsuitableLines it -> Problem.invalid(Fault.at("/lines", it.explanation()));
            case OrderRefused.UnknownProducts it -> unknown(it, request);
        };
    }

    private static Problem unknown(OrderRefused.UnknownProducts refusal, PlaceOrderRequest request) {
        var lines = request.lines();
        return Problem.of(UNKNOWN_SKU, refusal.explanation())
                .withFaults(IntStream.range(0, lines.size())
                        .filter(line ->
                                refusal.skus().contains(lines.get(line).wanted().sku()))
                        .mapToObj(line -> Fault.at("/lines/" + line + "/sku", "is not in the price list"))
                        .toList());
    }
}
