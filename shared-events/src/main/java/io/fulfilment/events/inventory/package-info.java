/** What inventory-service is asked, answers and states. */
@NullMarked
package io.fulfilment.events.inventory;

import org.jspecify.annotations.NullMarked;
