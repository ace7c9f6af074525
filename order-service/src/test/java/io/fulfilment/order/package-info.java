@NullMarked
package io.fulfilment.order;

import org.jspecify.annotations.NullMarked;
