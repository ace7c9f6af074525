/** Payments for their customers and for operators. */
@NullMarked
package io.fulfilment.payment.web;

import org.jspecify.annotations.NullMarked;
