/** The catalogue file that a new system begins with. */
@NullMarked
package io.fulfilment.inventory.catalogue;

import org.jspecify.annotations.NullMarked;
