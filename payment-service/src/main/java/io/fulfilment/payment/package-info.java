/** Payments: authorised, captured and voided at the card gateway; every payment is the fold of its stored events. */
@NullMarked
package io.fulfilment.payment;

import org.jspecify.annotations.NullMarked;
