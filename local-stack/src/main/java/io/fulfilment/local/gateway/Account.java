package io.fulfilment.local.gateway;

import static io.fulfilment.local.gateway.Operation.Kind.AUTHORIZE;
import static io.fulfilment.local.gateway.Operation.Kind.CAPTURE;
import static io.fulfilment.local.gateway.Operation.Kind.REFUND;
import static io.fulfilment.local.gateway.Operation.Kind.VOID;

import io.fulfilment.local.gateway.Operation.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** What happened to the money of one order. */
final class Account {

    /** Held while an operation is decided and written, so that the next one is decided on what is durable. */
    final ReentrantLock lock = new ReentrantLock();

    private final List<Operation> operations = new ArrayList<>();

    void add(Operation operation) {
        operations.add(operation);
    }

    Optional<Operation> find(String idempotencyKey) {
        return operations.stream()
                .filter(operation -> operation.idempotencyKey().equals(idempotencyKey))
                .findFirst();
    }

    List<Operation> operations() {
        return operations;
    }

    /** Why the gateway declines a request; empty if it performs it. */
    Optional<String> refusal(OperationRequest request) {
        BigDecimal amount = request.amount().amount();
        return switch (request.operation()) {
            case AUTHORIZE -> refusalOf(CardToken.of(request.token()));
            case CAPTURE -> unless(amount.compareTo(authorised().subtract(sum(CAPTURE))) <= 0, "not authorised");
            case VOID -> unless(authorised().signum() > 0 && sum(CAPTURE).signum() == 0, "nothing to void");
            case REFUND -> unless(amount.compareTo(sum(CAPTURE).subtract(sum(REFUND))) <= 0, "not captured");
        };
    }

    private static Optional<String> refusalOf(Optional<CardToken> card) {
        return card.map(token -> unless(token != CardToken.TOK_DECLINED, "card declined"))
                .orElse(Optional.of("unknown card"));
    }

    private static Optional<String> unless(boolean possible, String reason) {
        return possible ? Optional.empty() : Optional.of(reason);
    }

    private BigDecimal authorised() {
        boolean voided = operations.stream().anyMatch(operation -> operation.succeeded(VOID));
        return voided ? BigDecimal.ZERO : sum(AUTHORIZE);
    }

    private BigDecimal sum(Kind kind) {
        return operations.stream()
                .filter(operation -> operation.succeeded(kind))
                .map(operation -> operation.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
