/** What inventory-service does, one class and one transaction for each. */
@NullMarked
package io.fulfilment.inventory.application;

import org.jspecify.annotations.NullMarked;
