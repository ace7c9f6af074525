package io.fulfilment.benchmarks;

/**
 * An order that the system acknowledged.
 *
 * @param dueAt when its POST was to be sent, {@link System#nanoTime()}; latency counts from here, for a driver that is late
 *     would hide what a customer waits
 * @param sentAt when the first attempt of its POST was sent
 * @param acknowledgedAt when the answer was there
 */
record PlacedOrder(PlannedOrder plan, String orderId, long dueAt, long sentAt, long acknowledgedAt) {}
