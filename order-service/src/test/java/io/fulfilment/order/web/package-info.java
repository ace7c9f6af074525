@NullMarked
package io.fulfilment.order.web;

import org.jspecify.annotations.NullMarked;
