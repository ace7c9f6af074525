/** The read side: a projection of every service's events about an order, and what is read from it. */
@NullMarked
package io.fulfilment.order.query;

import org.jspecify.annotations.NullMarked;
