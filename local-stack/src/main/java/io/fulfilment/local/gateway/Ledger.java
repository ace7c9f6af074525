package io.fulfilment.local.gateway;

import io.fulfilment.local.gateway.Operation.Status;
import io.fulfilment.local.journal.Index;
import io.fulfilment.local.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** Performs operations, each idempotency key once, and remembers them over restarts. */
final class Ledger {

    private final Index byKey = new Index();
    private final Index byOrder = new Index();
    private final Turns turnsOfKeys = new Turns();
    private final Turns turnsOfOrders = new Turns();
    private final Journal<Operation> journal;
    private final Clock clock;

    Ledger(Path file, Clock clock) throws IOException {
        this.clock = clock;
        this.journal = Journal.open(file, Operation.class, operation -> {
            byKey.add(operation.idempotencyKey());
            byOrder.add(operation.orderId());
        });
    }

    /**
     * Performs the operation, or finds what came of it the first time. The next one of the key, and of the order, is
     * decided on what is durable.
     *
     * @return empty if the key was used for something else
     */
    Optional<Operation> perform(String idempotencyKey, OperationRequest request) throws IOException {
        try (var _ = turnsOfOrders.take(request.orderId());
                var _ = turnsOfKeys.take(idempotencyKey)) {
            Optional<Operation> earlier = find(idempotencyKey);
            if (earlier.isPresent()) {
                return earlier.filter(operation -> operation.answers(request));
            }
            Operation operation = decide(idempotencyKey, request);
            journal.append(operation);
            return Optional.of(operation);
        }
    }

    Optional<Operation> find(String idempotencyKey) {
        return journal.read(byKey.find(idempotencyKey))
                .filter(operation -> operation.idempotencyKey().equals(idempotencyKey))
                .findFirst();
    }

    /** What was performed for an order, oldest first. */
    Stream<Operation> of(String orderId) {
        return journal.read(byOrder.find(orderId))
                .filter(operation -> operation.orderId().equals(orderId));
    }

    /** The card that the order's money was authorised on. */
    Optional<CardToken> cardOf(String orderId) {
        return account(orderId).card();
    }

    private Account account(String orderId) {
        return new Account(of(orderId).toList());
    }

    Stream<Operation> all() {
        return journal.all();
    }

    private Operation decide(String idempotencyKey, OperationRequest request) {
        Optional<String> refusal = account(request.orderId()).refusal(request);
        return new Operation(
                idempotencyKey,
                request.orderId(),
                request.operation(),
                request.amount(),
                refusal.isPresent() ? Status.DECLINED : Status.SUCCEEDED,
                clock.instant(),
                refusal.orElse(null),
                request.token());
    }
}
