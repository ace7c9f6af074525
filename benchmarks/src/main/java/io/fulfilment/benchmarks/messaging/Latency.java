package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.Percentiles;

/**
 * @param late how long after they were due the transactions committed
 * @param seen how long after the commit a consumer saw the message
 */
record Latency(int rate, Percentiles late, Percentiles seen) {}
