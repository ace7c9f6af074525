/** Traces of the local system, for Zipkin to show. */
@NullMarked
package io.fulfilment.local.traces;

import org.jspecify.annotations.NullMarked;
