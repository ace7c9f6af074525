/** Lag as metrics. */
@NullMarked
package io.fulfilment.console.metrics;

import org.jspecify.annotations.NullMarked;
