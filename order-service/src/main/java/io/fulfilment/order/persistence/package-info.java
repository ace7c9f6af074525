/** Where the write side is kept. */
@NullMarked
package io.fulfilment.order.persistence;

import org.jspecify.annotations.NullMarked;
