@NullMarked
package io.fulfilment.benchmarks;

import org.jspecify.annotations.NullMarked;
