/** What payment-service is asked, answers and states. */
@NullMarked
package io.fulfilment.events.payment;

import org.jspecify.annotations.NullMarked;
