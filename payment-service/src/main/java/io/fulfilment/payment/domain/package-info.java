/** What a payment is: its states, its history and the rules that lead from one to the next. Pure functions. */
@NullMarked
package io.fulfilment.payment.domain;

import org.jspecify.annotations.NullMarked;
