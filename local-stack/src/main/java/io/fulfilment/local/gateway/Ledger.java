package io.fulfilment.local.gateway;

import io.fulfilment.local.gateway.Operation.Status;
import io.fulfilment.local.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Performs operations, each idempotency key once, and remembers them over restarts. */
final class Ledger {

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, String> orderOfKey = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Operation> all = new ConcurrentLinkedQueue<>();
    private final Journal<Operation> journal;
    private final Clock clock;

    Ledger(Path file, Clock clock) throws IOException {
        this.clock = clock;
        this.journal = Journal.open(file, Operation.class, operation -> {
            orderOfKey.put(operation.idempotencyKey(), operation.orderId());
            remember(operation);
        });
    }

    /**
     * Performs the operation, or finds what came of it the first time.
     *
     * @return empty if the key was used for something else
     */
    Optional<Operation> perform(String idempotencyKey, OperationRequest request) throws IOException {
        String order = orderOfKey.putIfAbsent(idempotencyKey, request.orderId());
        if (order != null && !order.equals(request.orderId())) {
            return Optional.empty();
        }
        Account account = account(request.orderId());
        account.lock.lock();
        try {
            Optional<Operation> earlier = account.find(idempotencyKey);
            if (earlier.isPresent()) {
                return earlier.filter(operation -> operation.answers(request));
            }
            Operation operation = decide(idempotencyKey, request, account);
            journal.append(operation);
            remember(operation);
            return Optional.of(operation);
        } finally {
            account.lock.unlock();
        }
    }

    Optional<Operation> find(String idempotencyKey) {
        return Optional.ofNullable(orderOfKey.get(idempotencyKey))
                .flatMap(order -> of(order).stream()
                        .filter(operation -> operation.idempotencyKey().equals(idempotencyKey))
                        .findFirst());
    }

    /** What was performed for an order, oldest first. */
    List<Operation> of(String orderId) {
        Account account = accounts.get(orderId);
        if (account == null) {
            return List.of();
        }
        account.lock.lock();
        try {
            return List.copyOf(account.operations());
        } finally {
            account.lock.unlock();
        }
    }

    List<Operation> all() {
        return List.copyOf(all);
    }

    private Operation decide(String idempotencyKey, OperationRequest request, Account account) {
        Optional<String> refusal = account.refusal(request);
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

    private void remember(Operation operation) {
        account(operation.orderId()).add(operation);
        all.add(operation);
    }

    private Account account(String orderId) {
        return accounts.computeIfAbsent(orderId, id -> new Account());
    }
}
