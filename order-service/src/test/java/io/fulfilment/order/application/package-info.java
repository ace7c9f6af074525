@NullMarked
package io.fulfilment.order.application;

import org.jspecify.annotations.NullMarked;
