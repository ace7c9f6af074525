/** Measures the messaging starter by itself, on a database and a broker of its own. */
@NullMarked
package io.fulfilment.benchmarks.messaging;

import org.jspecify.annotations.NullMarked;
