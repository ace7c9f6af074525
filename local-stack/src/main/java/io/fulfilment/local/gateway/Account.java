package io.fulfilment.local.gateway;

import static io.fulfilment.local.gateway.Operation.Kind.AUTHORIZE;
import static io.fulfilment.local.gateway.Operation.Kind.CAPTURE;
import static io.fulfilment.local.gateway.Operation.Kind.REFUND;
import static io.fulfilment.local.gateway.Operation.Kind.VOID;

import io.fulfilment.local.gateway.Operation.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What happened to the money of one order, oldest first. */
record Account(List<Operation> operations) {

    /** Why the gateway declines a request; empty if it performs it. */
    Optional<String> refusal(OperationRequest request) {
        BigDecimal amount = request.amount().amount();
        return switch (request.operation()) {
            case AUTHORIZE -> refusalOf(CardToken.of(request.token()));
            case CAPTURE -> unless(amount.compareTo(authorised().subtract(sum(CAPTURE))) <= 0, "not authorised");
            case VOID -> unless(authorised().signum() > 0 && sum(CAPTURE).signum() == 0, "nothing to void");
            case REFUND -> refusalToRefund(amount);
        };
    }

    /** The one that the money was authorised on. */
    Optional<CardToken> card() {
        return operations.stream()
                .filter(operation -> operation.succeeded(AUTHORIZE))
                .findFirst()
                .flatMap(operation -> CardToken.of(operation.token()));
    }

    private static Optional<String> refusalOf(Optional<CardToken> card) {
        return card.map(token -> unless(token != CardToken.TOK_DECLINED, "card declined"))
                .orElse(Optional.of("unknown card"));
    }

    private Optional<String> refusalToRefund(BigDecimal amount) {
        return card().equals(Optional.of(CardToken.TOK_NO_REFUND))
                ? Optional.of("no refund to this card")
                : unless(amount.compareTo(sum(CAPTURE).subtract(sum(REFUND))) <= 0, "not captured");
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
