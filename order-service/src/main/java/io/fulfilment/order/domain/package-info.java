/** The order, its rules and its words; no framework but the annotations of Jakarta Persistence. */
@NullMarked
package io.fulfilment.order.domain;

import org.jspecify.annotations.NullMarked;
