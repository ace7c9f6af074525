/** What can be asked of orders: one use case, one class, one transaction. */
@NullMarked
package io.fulfilment.order.application;

import org.jspecify.annotations.NullMarked;
