@NullMarked
package io.fulfilment.order.query;

import org.jspecify.annotations.NullMarked;
