package io.fulfilment.order.application;

/** The requests that were answered, by key. */
public interface IdempotentRequests {

    /** Who may answer a request. */
    sealed interface Claim {

        /** The caller, alone until its transaction ends. */
        record Granted() implements Claim {}

        /** Nobody: it was answered. */
        record Answered(Fingerprint fingerprint, Answer answer) implements Claim {}

        /** Another transaction, which has not ended. */
        record Busy() implements Claim {}
    }

    /** Claims a key until the end of the transaction; never waits. */
    Claim claim(IdempotencyKey key);

    /**
     * Keeps the answer to a request.
     *
     * @throws IdempotencyRefused.InProgress if another transaction answered between the claim and now
     */
    void keep(IdempotencyKey key, Fingerprint fingerprint, Answer answer);
}
