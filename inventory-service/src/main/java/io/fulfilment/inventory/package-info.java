/** Inventory-service: products, their prices and stock, and what orders have reserved of it. */
@NullMarked
package io.fulfilment.inventory;

import org.jspecify.annotations.NullMarked;
