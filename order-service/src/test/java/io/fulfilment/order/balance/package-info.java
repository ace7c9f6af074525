@NullMarked
package io.fulfilment.order.balance;

import org.jspecify.annotations.NullMarked;
