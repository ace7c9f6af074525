package io.fulfilment.order.web;

/** The body of {@code POST /orders/{orderId}/cancellation}. */
record CancellationRequest(@PlainText String reason) {

    /** Nothing of it belongs in a log. */
    @Override
    public String toString() {
        return "CancellationRequest";
    }
}
