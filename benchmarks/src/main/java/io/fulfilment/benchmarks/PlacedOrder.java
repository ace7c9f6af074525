package io.fulfilment.benchmarks;

/**
 * An order that the system acknowledged.
 *
 * @param sentAt when the first attempt of its POST was sent, {@link System#nanoTime()}
 * @param acknowledgedAt when the answer was there
 */
record PlacedOrder(PlannedOrder plan, String orderId, long sentAt, long acknowledgedAt) {}
