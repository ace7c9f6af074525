@NullMarked
package io.fulfilment.benchmarks.messaging;

import org.jspecify.annotations.NullMarked;
