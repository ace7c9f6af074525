/** Drives a running system with orders from outside, measures it, and checks that the books add up. */
@NullMarked
package io.fulfilment.benchmarks;

import org.jspecify.annotations.NullMarked;
