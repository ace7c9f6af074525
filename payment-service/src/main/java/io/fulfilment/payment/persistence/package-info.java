/** Stored events and outstanding gateway calls in PostgreSQL. */
@NullMarked
package io.fulfilment.payment.persistence;

import org.jspecify.annotations.NullMarked;
