/** What order-service is asked, answers and states. */
@NullMarked
package io.fulfilment.events.order;

import org.jspecify.annotations.NullMarked;
