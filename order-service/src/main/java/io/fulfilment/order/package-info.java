/** Takes orders, answers for their state, and decides when the saga asks. */
@NullMarked
package io.fulfilment.order;

import org.jspecify.annotations.NullMarked;
