/** The card gateway over HTTP, behind a circuit breaker, a bulkhead and time limits. */
@NullMarked
package io.fulfilment.payment.gateway;

import org.jspecify.annotations.NullMarked;
