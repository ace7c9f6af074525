@NullMarked
package io.fulfilment.order.messaging;

import org.jspecify.annotations.NullMarked;
