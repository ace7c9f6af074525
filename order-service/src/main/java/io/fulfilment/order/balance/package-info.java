/** Checks that the orders that have come to their end have what belongs to it: the money and the goods. */
@NullMarked
package io.fulfilment.order.balance;

import org.jspecify.annotations.NullMarked;
