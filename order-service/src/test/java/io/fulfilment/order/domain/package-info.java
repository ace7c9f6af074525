@NullMarked
package io.fulfilment.order.domain;

import org.jspecify.annotations.NullMarked;
