/** The use cases: obey commands, call the gateway, record what it answered. */
@NullMarked
package io.fulfilment.payment.application;

import org.jspecify.annotations.NullMarked;
