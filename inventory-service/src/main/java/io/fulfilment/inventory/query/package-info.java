/** Products with their stock, for reading. */
@NullMarked
package io.fulfilment.inventory.query;

import org.jspecify.annotations.NullMarked;
