/** The saga of an order, told as conversations and in generated histories. */
@NullMarked
package io.fulfilment.saga.fulfilment;

import org.jspecify.annotations.NullMarked;
