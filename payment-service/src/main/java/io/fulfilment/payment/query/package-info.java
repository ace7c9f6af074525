/** The read side: a row per payment, built from its history. */
@NullMarked
package io.fulfilment.payment.query;

import org.jspecify.annotations.NullMarked;
