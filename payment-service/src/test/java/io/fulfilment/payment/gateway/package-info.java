@NullMarked
package io.fulfilment.payment.gateway;

import org.jspecify.annotations.NullMarked;
