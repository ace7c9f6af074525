/** The tables, by JDBC and whole batches. */
@NullMarked
package io.fulfilment.inventory.persistence;

import org.jspecify.annotations.NullMarked;
